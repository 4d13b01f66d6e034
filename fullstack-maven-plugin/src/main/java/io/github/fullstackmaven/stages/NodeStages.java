package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;

/** Pages that Node.js builds: dependencies from the manifests alone, then the sources. */
final class NodeStages implements ServiceStages {
    private final Part part;
    private final Service service;
    private final NodeInstall install;

    NodeStages(Part part, NodeFacts facts) {
        this.part = part;
        this.service = part.service();
        this.install = new NodeInstall(part, facts);
    }

    @Override
    public List<Stage> stages() {
        List<Step> steps = new ArrayList<>(install.everything());
        steps.addAll(install.build());
        steps.add(CollectedPages.of(service, service.output().orElseThrow()));
        return List.of(new Stage(part.stage(), "The pages.", part.images().base("node"), steps));
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }
}
