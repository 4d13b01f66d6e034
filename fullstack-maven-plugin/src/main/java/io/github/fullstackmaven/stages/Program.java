package io.github.fullstackmaven.stages;

/** What a binary is called inside the image. */
final class Program {
    private Program() {}

    /** Returns the program's file name in its home, as its start command says it. */
    static String name(Part part) {
        String home = part.home() + "/";
        return part.service().start().argv().stream()
                .findFirst()
                .filter(program -> program.startsWith(home))
                .map(program -> program.substring(home.length()))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "service "
                                                + part.service().name()
                                                + " is not started by a program in "
                                                + home));
    }
}
