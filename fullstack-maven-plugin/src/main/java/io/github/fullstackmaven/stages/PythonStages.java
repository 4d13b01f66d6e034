package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.PythonFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Python program: its dependencies in a virtual environment, at the place where it is used, and
 * its sources. The environment is a layer of its own, which survives a change of source.
 */
final class PythonStages implements ServiceStages {
    static final String ROLE = "python";
    private static final String PYTHON = "/usr/local/bin/python";
    private static final List<CacheMount> CACHES = Caches.of(Ecosystem.PYTHON);

    /** Where an organisation's package index and its credentials are named. */
    private static final List<SecretMount> SECRETS =
            List.of(
                    new SecretMount("pip", "/root/.config/pip/pip.conf"),
                    new SecretMount("uv", "/root/.config/uv/uv.toml"));

    private final Part part;
    private final Service service;
    private final PythonFacts facts;
    private final String environment;

    PythonStages(Part part, PythonFacts facts) {
        this.part = part;
        this.service = part.service();
        this.facts = facts;
        this.environment = part.home() + "/.venv";
    }

    @Override
    public List<Stage> stages() {
        return List.of(dependencies(), program());
    }

    @Override
    public Needs needs() {
        return new Needs(
                ROLE,
                facts.runtimePackages(),
                List.of(
                        Step.Copy.from(
                                part.stage("dependencies"), environment + "/", environment + "/")),
                isOfSources() ? List.of(environment + "/bin/") : List.of(),
                List.of(environment));
    }

    /** Packages of the repository may bring programs of their own, and a build what is loaded. */
    private boolean isOfSources() {
        return facts.packages().isEmpty() && !facts.compiled() && service.build().isEmpty();
    }

    private Stage dependencies() {
        List<Step> steps = new ArrayList<>();
        if (!facts.buildPackages().isEmpty()) {
            steps.add(DebianPackages.installed(facts.buildPackages()));
        }
        List<ShellCommand> prepare = new ArrayList<>();
        if (!facts.tools().isEmpty()) {
            String words = " %s".repeat(facts.tools().size());
            prepare.add(
                    shell(
                            "python -m pip install --root-user-action=ignore" + words,
                            facts.tools().toArray(String[]::new)));
        }
        prepare.add(shell("python -m venv --without-pip %s", environment));
        prepare.add(shell("rm %s/bin/?ctivate*", environment));
        steps.add(new Step.Run(CACHES, SECRETS, prepare));
        steps.add(new Step.Env(variables()));
        steps.add(new Step.Workdir(Sources.directory(facts.directory())));
        if (!service.install().isEmpty()) {
            steps.addAll(manifests());
            for (String command : service.install()) {
                steps.add(new Step.ProjectCommand(CACHES, SECRETS, command));
            }
        }
        steps.add(Step.Run.of(compiled(environment + "/lib")));
        return new Stage(
                part.stage("dependencies"),
                "The dependencies of "
                        + service.name()
                        + "; this layer survives a change of source.",
                part.images().base(ROLE),
                steps);
    }

    /** Every package manager takes the active environment; none makes one of its own. */
    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("VIRTUAL_ENV", environment);
        variables.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        variables.put("PIP_PYTHON", environment + "/bin/python");
        if (facts.tools().stream().anyMatch(tool -> tool.startsWith("uv="))) {
            variables.put("UV_LINK_MODE", "copy");
            variables.put("UV_PROJECT_ENVIRONMENT", environment);
            variables.put("UV_PYTHON_DOWNLOADS", "never");
        }
        if (facts.tools().stream().anyMatch(tool -> tool.startsWith("pipenv="))) {
            variables.put("PIPENV_VERBOSITY", "-1");
        }
        return variables;
    }

    private List<Step> manifests() {
        if (facts.manifests().isEmpty()) {
            return List.of(sources());
        }
        List<Step> steps = new ArrayList<>();
        ManifestsByDirectory.of(facts.directory(), facts.manifests())
                .forEach((target, files) -> steps.add(Step.Copy.of(files, target)));
        return steps;
    }

    private Step sources() {
        return Step.Copy.of(List.of(Sources.content(facts.directory())), "./");
    }

    private Stage program() {
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step.Env(
                        Map.of(
                                "PATH",
                                environment
                                        + "/bin:/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin")));
        steps.add(sources());
        if (!facts.packages().isEmpty()) {
            // The repository's own packages change with the sources: they are laid over the
            // environment's layer, not into it.
            String words = " %s".repeat(facts.packages().size());
            List<String> arguments = new ArrayList<>(List.of(Sources.OUT + "/.venv"));
            facts.packages().forEach(path -> arguments.add("./" + path));
            steps.add(
                    new Step.Run(
                            CACHES,
                            SECRETS,
                            List.of(
                                    new ShellCommand(
                                            PYTHON
                                                    + " -m pip install --no-deps --prefix %s"
                                                    + words,
                                            arguments))));
        }
        steps.add(new Step.Workdir(Sources.directory(service.path())));
        for (String command : service.build()) {
            steps.add(new Step.ProjectCommand(CACHES, SECRETS, command));
        }
        steps.add(
                Step.Run.of(
                        shell("mkdir -p " + Sources.OUT),
                        shell("cp -a . " + Sources.OUT + "/"),
                        shell("rm -rf " + Sources.OUT + "/tests " + Sources.OUT + "/test"),
                        shell(
                                "find "
                                        + Sources.OUT
                                        + " -name __pycache__ -prune -exec rm -rf {} +"),
                        shell("chmod -R a+rX " + Sources.OUT),
                        compiled(Sources.OUT)));
        return new Stage(part.stage(), "The program.", part.stage("dependencies"), steps);
    }

    /**
     * Compiles sources to files that do not name the time of their source. Some packages carry
     * templates that are no Python: they stay as they are.
     */
    private ShellCommand compiled(String directory) {
        return shell(
                "{ "
                        + PYTHON
                        + " -m compileall -q -q -j 0 --invalidation-mode unchecked-hash -s %s -p %s"
                        + " %s || true; }",
                directory.equals(Sources.OUT) ? Sources.OUT : part.home(),
                part.home(),
                directory);
    }
}
