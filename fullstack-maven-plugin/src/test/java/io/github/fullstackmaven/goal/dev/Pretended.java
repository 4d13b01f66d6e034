package io.github.fullstackmaven.goal.dev;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A machine as a test wants it: every program is there, and every port is free, but for some. */
final class Pretended implements Machine {
    final Set<String> missing = new TreeSet<>(Set.of("air", "pnpm"));
    final Set<Integer> taken = new TreeSet<>();

    @Override
    public boolean onPath(String program) {
        return !missing.contains(program);
    }

    @Override
    public boolean isFree(int port) {
        return !taken.contains(port);
    }

    @Override
    public Optional<String> holder(int port) {
        return Optional.of("process 41 (node server.js)");
    }
}
