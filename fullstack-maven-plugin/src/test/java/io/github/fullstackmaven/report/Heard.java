package io.github.fullstackmaven.report;

import io.github.fullstackmaven.model.Finding;
import java.util.ArrayList;
import java.util.List;

/** A console that remembers what it was told. */
public final class Heard implements Console {
    private final List<String> lines = new ArrayList<>();

    /** Returns what it was told, without what is for debugging. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void info(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        lines.add(line);
    }

    @Override
    public void finding(Finding finding) {
        lines.add(finding.toString());
    }

    @Override
    public void debug(String line) {}
}
