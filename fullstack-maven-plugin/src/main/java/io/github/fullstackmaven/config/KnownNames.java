package io.github.fullstackmaven.config;

import io.github.fullstackmaven.model.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds names that no goal knows: a typing error that is silently ignored costs its author hours.
 */
public final class KnownNames {
    private final SortedSet<String> names;

    public KnownNames(Collection<String> names) {
        this.names = new TreeSet<>(names);
    }

    /** Reports each name that is not known, with the nearest one that is. */
    public List<Finding> check(Collection<String> used, String kind) {
        List<Finding> findings = new ArrayList<>();
        for (String name : new TreeSet<>(used)) {
            if (!names.contains(name)) {
                String remedy =
                        nearest(name)
                                .map(n -> "did you mean " + n + "?")
                                .orElse("see the list of parameters");
                findings.add(
                        Finding.error(
                                        "FS-CONFIG-001",
                                        "there is no " + kind + " of this name",
                                        remedy)
                                .at(name));
            }
        }
        return findings;
    }

    private Optional<String> nearest(String name) {
        return names.stream()
                .filter(n -> distance(n, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(n -> distance(n, name)));
    }

    /** Levenshtein's distance, in two rows. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
