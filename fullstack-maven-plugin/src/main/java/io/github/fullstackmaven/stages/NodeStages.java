package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pages that Node.js builds: dependencies from the manifests alone, then the sources. */
final class NodeStages {
    private static final List<CacheMount> CACHES = Caches.of(Ecosystem.NODE);

    private final Service service;
    private final BuildFacts.Node facts;
    private final Images images;
    private final String apiPrefix;

    NodeStages(Service service, BuildFacts.Node facts, Images images, String apiPrefix) {
        this.service = service;
        this.facts = facts;
        this.images = images;
        this.apiPrefix = apiPrefix;
    }

    List<Stage> stages() {
        return List.of(pages(), bundle());
    }

    private Stage pages() {
        String directory = Sources.directory(service.path());
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step.Env(
                        Map.of(
                                "npm_config_audit", "false",
                                "npm_config_fund", "false",
                                "npm_config_update_notifier", "false")));
        steps.add(new Step.Workdir(directory));
        manifestsByDirectory()
                .forEach(
                        (target, files) ->
                                steps.add(
                                        Step.Copy.of(
                                                files.stream()
                                                        .map(f -> Sources.file(service.path(), f))
                                                        .toList(),
                                                target)));
        for (String command : service.install()) {
            steps.add(new Step.ProjectCommand(CACHES, command));
        }
        steps.add(Step.Copy.of(List.of(Sources.content(service.path())), "./"));
        if (!facts.apiBaseVariables().isEmpty()) {
            Map<String, String> variables = new TreeMap<>();
            facts.apiBaseVariables().forEach(name -> variables.put(name, apiPrefix));
            steps.add(new Step.Env(variables));
        }
        for (String command : service.build()) {
            steps.add(new Step.ProjectCommand(CACHES, command));
        }
        steps.add(collect());
        return new Stage(Build.FRONTEND, "The pages.", images.base("node"), steps);
    }

    /** Takes the pages, and compresses once what would be compressed with every request. */
    private Step collect() {
        String output = service.output().orElseThrow();
        return Step.Run.of(
                shell(
                        "{ test -f %s || { echo %s >&2; exit 1; }; }",
                        output + "/index.html",
                        "FS-BUILD-011 frontendOutput: the build left no "
                                + Sources.file(service.path(), output)
                                + "/index.html; let frontendOutput name the directory that"
                                + " frontendBuild fills"),
                shell("mkdir -p " + Sources.OUT),
                shell("cp -RL %s " + Sources.OUT + "/", output + "/."),
                shell("chmod -R u=rwX,go=rX " + Sources.OUT),
                shell(
                        "find "
                                + Sources.OUT
                                + " -type f -size +1k"
                                + " \\( -name '*.css' -o -name '*.html' -o -name '*.js'"
                                + " -o -name '*.json' -o -name '*.mjs' -o -name '*.svg'"
                                + " -o -name '*.txt' -o -name '*.wasm' -o -name '*.webmanifest'"
                                + " -o -name '*.xml' \\) -exec gzip -9 -f -k -n {} +"));
    }

    private Stage bundle() {
        return new Stage(
                Build.BUNDLE,
                "The pages alone, to be exported and checked.",
                Stage.SCRATCH,
                List.of(Step.Copy.from(Build.FRONTEND, Sources.OUT + "/", "/")));
    }

    private Map<String, List<String>> manifestsByDirectory() {
        Map<String, List<String>> byDirectory = new TreeMap<>();
        for (String manifest : facts.manifests()) {
            int slash = manifest.lastIndexOf('/');
            String directory = slash < 0 ? "./" : manifest.substring(0, slash + 1);
            byDirectory.computeIfAbsent(directory, d -> new ArrayList<>()).add(manifest);
        }
        return byDirectory;
    }
}
