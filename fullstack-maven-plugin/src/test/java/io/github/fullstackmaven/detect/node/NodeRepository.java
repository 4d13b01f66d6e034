package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;

/** A small repository for tests of what is found in it. */
final class NodeRepository {
    private final MemoryTree tree = new MemoryTree();

    NodeRepository with(String path, String text) {
        tree.with(path, text);
        return this;
    }

    /** Adds a manifest; single quotes stand for double ones. */
    NodeRepository json(String path, String text) {
        return with(path, text.replace('\'', '"'));
    }

    MemoryTree tree() {
        return tree;
    }

    Site site(String directory) {
        return new Detector(tree)
                .survey().sites().stream()
                        .filter(site -> site.path().equals(directory))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing at " + directory));
    }

    Answer answer(String directory) {
        return new Detector(tree).look(site(directory), Hints.NONE);
    }

    Service service(String directory) {
        return answer(directory).service();
    }

    NodeFacts facts(String directory) {
        return (NodeFacts) service(directory).facts();
    }

    List<String> findings(String directory) {
        return answer(directory).findings().stream().map(Finding::id).toList();
    }
}
