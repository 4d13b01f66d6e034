package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which lines of a log cannot be had. */
final class LogProblems {
    private LogProblems() {}

    static FullstackException noService(
            String wanted, List<String> services, List<String> accessories) {
        return FullstackException.project(
                Finding.error(
                                "FS-LOGS-001",
                                "the live release has no service "
                                        + wanted
                                        + ", and no accessory has that name",
                                "set it to one of: "
                                        + Stream.concat(services.stream(), accessories.stream())
                                                .collect(Collectors.joining(", ")))
                        .at("fullstack.service"));
    }

    static FullstackException linesNotTold(String wanted, List<String> processes) {
        return FullstackException.project(
                Finding.error(
                                "FS-LOGS-002",
                                "the lines of "
                                        + String.join(", ", processes)
                                        + " go into one log and cannot be told apart",
                                "leave fullstack.service out, or let "
                                        + wanted
                                        + " write its name into its lines")
                        .at("fullstack.service"));
    }
}
