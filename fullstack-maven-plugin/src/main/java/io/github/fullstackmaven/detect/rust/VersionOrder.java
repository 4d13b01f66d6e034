package io.github.fullstackmaven.detect.rust;

/** Compares dotted versions number by number; a part that is missing counts as 0. */
final class VersionOrder {
    private VersionOrder() {}

    static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference = Integer.compare(part(left, i), part(right, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int part(String[] parts, int at) {
        return at < parts.length ? Integer.parseInt(parts[at]) : 0;
    }
}
