package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Service;

/** What a back end is called inside the image. */
final class Program {
    /** Where programs lie inside the image. */
    static final String DIRECTORY = "/app";

    private Program() {}

    /** Returns the program's file name, as its start command says it. */
    static String name(Service service) {
        return service.start().argv().stream()
                .findFirst()
                .filter(program -> program.startsWith(DIRECTORY + "/"))
                .map(program -> program.substring(DIRECTORY.length() + 1))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "service "
                                                + service.name()
                                                + " is not started by a program in "
                                                + DIRECTORY));
    }
}
