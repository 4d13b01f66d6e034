package io.github.fullstackmaven.deploy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells whose a line of a unit's log is. In one container all write to the same log, unchanged, so
 * that a line of JSON stays one; the gateway and the supervisor are known by the form of theirs.
 */
final class LogLines {
    /** The nginx in the unit. */
    static final String GATEWAY = "gateway";

    private static final Pattern OF_GATEWAY =
            Pattern.compile(
                    "\\{\"time\":\"[^\"]*\",\"release\":\"[^\"]*\",\"request_id\":\".*"
                            + "|[0-9]{4}/[0-9]{2}/[0-9]{2} [0-9:]{8} \\[[a-z]+] [0-9]+#[0-9]+: .*");
    private static final Pattern OF_SUPERVISOR = Pattern.compile("\\[supervisor] .*");

    private LogLines() {}

    /**
     * Returns which lines are of a service.
     *
     * @param wanted the service
     * @param processes the processes of the unit
     * @param accessories what stands beside it, for who asked for something that is not there
     */
    static Predicate<String> of(String wanted, List<String> processes, List<String> accessories) {
        if (wanted.equals(GATEWAY)) {
            return LogLines::isOfGateway;
        }
        if (!processes.contains(wanted)) {
            List<String> services = new ArrayList<>(List.of(GATEWAY));
            services.addAll(processes);
            throw LogProblems.noService(wanted, services, accessories);
        }
        if (processes.size() > 1) {
            throw LogProblems.linesNotTold(wanted, processes);
        }
        return line -> !isOfGateway(line) && !OF_SUPERVISOR.matcher(line).matches();
    }

    private static boolean isOfGateway(String line) {
        return OF_GATEWAY.matcher(line).matches();
    }

    /** Keeps the last lines of many. */
    static final class Last implements Consumer<String> {
        private final int limit;
        private final Deque<String> lines = new ArrayDeque<>();

        Last(int limit) {
            this.limit = limit;
        }

        @Override
        public void accept(String line) {
            if (lines.size() == limit) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }

        List<String> lines() {
            return List.copyOf(lines);
        }
    }
}
