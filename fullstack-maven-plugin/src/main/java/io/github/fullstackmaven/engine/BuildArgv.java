package io.github.fullstackmaven.engine;

import java.util.ArrayList;
import java.util.List;

/** Turns an image build into arguments. */
final class BuildArgv {
    private BuildArgv() {}

    /**
     * Returns the arguments of a build.
     *
     * @param builder program, subcommands and options that build, {@code docker buildx build
     *     --load}
     */
    static List<String> of(List<String> builder, ImageBuild build) {
        List<String> argv = new ArrayList<>(builder);
        argv.addAll(List.of("--file", build.dockerfile().toString()));
        build.target().ifPresent(t -> argv.addAll(List.of("--target", t)));
        build.secrets()
                .forEach(
                        (id, file) ->
                                argv.addAll(
                                        List.of(
                                                "--secret",
                                                "id=" + id + "," + field("src=" + file))));
        build.labels().forEach((k, v) -> argv.addAll(List.of("--label", k + "=" + v)));
        build.tag().ifPresent(t -> argv.addAll(List.of("--tag", t)));
        build.output()
                .ifPresent(
                        o -> argv.addAll(List.of("--output", "type=local," + field("dest=" + o))));
        argv.add(build.context().toString());
        return List.copyOf(argv);
    }

    private static String field(String text) {
        return text.matches("[^,\"]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
