package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.BuildCache;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps by which the dependencies of a Node.js project are installed. */
final class NodeInstall {
    private static final List<SecretMount> SECRETS =
            List.of(new SecretMount("npmrc", "/root/.npmrc"));

    private static final Map<String, String> LOCKS =
            Map.of("pnpm", "pnpm-lock.yaml", "yarn", "yarn.lock", "bun", "bun.lock");

    private final Part part;
    private final Service service;
    private final NodeFacts facts;
    private final String manager;

    NodeInstall(Part part, NodeFacts facts) {
        this.part = part;
        this.service = part.service();
        this.facts = facts;
        this.manager = service.packageManager().orElse("npm");
    }

    List<CacheMount> caches() {
        return Caches.ofNode(manager);
    }

    /** Installs everything that building needs, and goes to the service's directory. */
    List<Step> everything() {
        List<Step> steps = manager();
        steps.addAll(manifests());
        for (String command : service.install()) {
            steps.add(new Step.ProjectCommand(caches(), SECRETS, command));
        }
        return steps;
    }

    /**
     * Installs what the program needs when it runs, and leaves nothing else beside it.
     *
     * @param resolved the stage that found the versions out, where no lock file says them: two
     *     stages that each ask the registry may be told different ones
     */
    List<Step> production(Optional<String> resolved, List<String> before, List<String> commands) {
        List<Step> steps = manager();
        steps.addAll(manifests());
        resolved.ifPresent(stage -> steps.add(lockOf(stage)));
        List<CacheMount> none = List.of();
        before.forEach(command -> steps.add(new Step.ProjectCommand(none, command)));
        commands.forEach(command -> steps.add(new Step.ProjectCommand(caches(), SECRETS, command)));
        steps.add(
                Step.Run.of(
                        shell("mkdir -p node_modules"),
                        shell(
                                "rm -rf .npmrc .yarnrc .yarnrc.yml .yarn bunfig.toml bun.lock"
                                        + " bun.lockb npm-shrinkwrap.json package-lock.json"
                                        + " pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.cjs"
                                        + " yarn.lock patches")));
        return steps;
    }

    private Step lockOf(String stage) {
        String directory = Sources.directory(facts.workspace());
        return new Step.Copy(
                Optional.of(stage),
                Optional.empty(),
                List.of(directory + "/package.json"),
                List.of(directory + "/" + LOCKS.getOrDefault(manager, "package-lock.json")),
                "./");
    }

    private List<Step> manager() {
        List<Step> steps = new ArrayList<>();
        if (!facts.packages().isEmpty()) {
            steps.add(DebianPackages.installed(facts.packages()));
        }
        for (String command : facts.setup()) {
            steps.add(new Step.ProjectCommand(Caches.ofNode("npm"), SECRETS, command));
        }
        if (!facts.installEnvironment().isEmpty()) {
            steps.add(new Step.Env(facts.installEnvironment()));
        }
        steps.add(new Step.Workdir(Sources.directory(facts.workspace())));
        return steps;
    }

    /** Some projects cannot be installed without their sources. */
    private List<Step> manifests() {
        if (facts.manifests().isEmpty()) {
            return List.of(Step.Copy.of(List.of(Sources.content(facts.workspace())), "./"));
        }
        Map<String, List<String>> byDirectory = new TreeMap<>();
        for (String manifest : facts.manifests()) {
            int slash = manifest.lastIndexOf('/');
            String directory = slash < 0 ? "./" : manifest.substring(0, slash + 1);
            byDirectory.computeIfAbsent(directory, d -> new ArrayList<>()).add(manifest);
        }
        List<Step> steps = new ArrayList<>();
        byDirectory.forEach(
                (target, files) ->
                        steps.add(
                                Step.Copy.of(
                                        files.stream()
                                                .map(f -> Sources.file(facts.workspace(), f))
                                                .toList(),
                                        target)));
        return steps;
    }

    /** Copies the sources and builds them, in the service's directory. */
    List<Step> build() {
        List<Step> steps = new ArrayList<>();
        if (!facts.manifests().isEmpty()) {
            steps.add(Step.Copy.of(List.of(Sources.content(facts.workspace())), "./"));
        }
        if (!service.path().equals(facts.workspace())) {
            steps.add(new Step.Workdir(Sources.directory(service.path())));
        }
        Map<String, String> variables = new TreeMap<>(facts.environment());
        variables.putIfAbsent("NODE_COMPILE_CACHE", Caches.COMPILED_SCRIPTS.target());
        facts.apiBases().forEach(b -> variables.put(b.variable(), b.value(part.apiPrefix())));
        steps.add(new Step.Env(variables));
        facts.publicVariables().forEach(name -> steps.add(new Step.Arg(name, value(name))));
        for (String command : service.build()) {
            steps.add(new Step.ProjectCommand(buildCaches(), SECRETS, renewed() + command));
        }
        return steps;
    }

    private List<CacheMount> buildCaches() {
        List<CacheMount> caches = new ArrayList<>(caches());
        caches.add(Caches.COMPILED_SCRIPTS);
        String owner = part.application().name() + "-" + service.name();
        for (BuildCache cache : facts.caches()) {
            caches.add(
                    new CacheMount(
                            "fullstack-build-"
                                    + owner
                                    + "-"
                                    + cache.directory().replaceAll("\\W+", "-"),
                            Sources.directory(service.path()) + "/" + cache.directory()));
        }
        return caches;
    }

    /**
     * Returns the beginning of a command: what may have changed elsewhere is not kept, and what is
     * kept is not taken for newer than the sources.
     */
    private String renewed() {
        return before("rm -rf", BuildCache::renewed)
                + before("touch -c -t 197001020000", BuildCache::compared);
    }

    private String before(String command, Function<BuildCache, List<String>> files) {
        String words =
                facts.caches().stream()
                        .flatMap(
                                cache ->
                                        files.apply(cache).stream()
                                                .map(each -> cache.directory() + "/" + each))
                        .collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : command + " " + words + " && ";
    }

    /** What the pages show to everybody is no secret: its value may stand in the build. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(part.application().variables().values().get(name))
                .map(sourced -> sourced.value());
    }
}
