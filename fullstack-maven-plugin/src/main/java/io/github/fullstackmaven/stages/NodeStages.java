package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pages that Node.js builds: dependencies from the manifests alone, then the sources. */
final class NodeStages implements ServiceStages {
    private static final List<CacheMount> CACHES = Caches.of(Ecosystem.NODE);

    private final Part part;
    private final Service service;
    private final BuildFacts.Node facts;

    NodeStages(Part part, BuildFacts.Node facts) {
        this.part = part;
        this.service = part.service();
        this.facts = facts;
    }

    @Override
    public List<Stage> stages() {
        return List.of(pages());
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
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
            facts.apiBaseVariables().forEach(name -> variables.put(name, part.apiPrefix()));
            steps.add(new Step.Env(variables));
        }
        for (String command : service.build()) {
            steps.add(new Step.ProjectCommand(CACHES, command));
        }
        steps.add(CollectedPages.of(service, service.output().orElseThrow()));
        return new Stage(part.stage(), "The pages.", part.images().base("node"), steps);
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
