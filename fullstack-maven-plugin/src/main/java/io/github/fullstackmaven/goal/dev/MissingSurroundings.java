package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Secret;
import java.util.ArrayList;
import java.util.List;

/** What a unit has around it, and no process of this machine does. */
final class MissingSurroundings {
    private MissingSurroundings() {}

    /** Returns what is said of it. */
    static List<Finding> of(Application application) {
        List<Finding> findings = new ArrayList<>();
        List<String> files =
                application.surroundings().secrets().stream()
                        .filter(secret -> secret.variables().isEmpty())
                        .map(Secret::name)
                        .toList();
        if (!files.isEmpty()) {
            findings.add(
                    Finding.info(
                            "FS-DEV-008",
                            "no file of "
                                    + Secret.DIRECTORY
                                    + " is there: "
                                    + String.join(", ", files),
                            "let a variable name the file: one that is "
                                    + Secret.DIRECTORY
                                    + "/NAME names its source here"));
        }
        application
                .surroundings()
                .accessories()
                .forEach(
                        accessory ->
                                findings.add(
                                        Finding.info(
                                                "FS-DEV-009",
                                                "the accessory "
                                                        + accessory.name()
                                                        + " is not started, and its name leads"
                                                        + " nowhere here",
                                                "start it yourself, and name it in monorepo.dev.env")));
        return findings;
    }
}
