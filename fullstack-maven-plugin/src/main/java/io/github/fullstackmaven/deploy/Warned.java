package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hands everything on, and remembers the warnings. */
final class Warned implements Progress {
    private final Progress next;
    private final List<Finding> warnings = new ArrayList<>();

    Warned(Progress next) {
        this.next = next;
    }

    List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void begins(Operation operation) {
        next.begins(operation);
    }

    @Override
    public void ended(Operation operation, Duration took) {
        next.ended(operation, took);
    }

    @Override
    public void note(String line) {
        next.note(line);
    }

    @Override
    public void warning(Finding finding) {
        warnings.add(finding);
        next.warning(finding);
    }
}
