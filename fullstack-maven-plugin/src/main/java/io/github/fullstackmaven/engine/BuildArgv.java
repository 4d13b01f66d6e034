package io.github.fullstackmaven.engine;

import java.util.ArrayList;
import java.util.List;

/** Turns an image build into arguments. */
final class BuildArgv {
    private BuildArgv() {}

    /**
     * Returns the arguments of a build.
     *
     * @param builder program, subcommands and options, {@code docker buildx build}
     */
    static List<String> of(List<String> builder, ImageBuild build) {
        List<String> argv = new ArrayList<>(builder);
        argv.addAll(List.of("--file", build.dockerfile().toString()));
        build.target().ifPresent(t -> argv.addAll(List.of("--target", t)));
        build.given()
                .secrets()
                .forEach(
                        (id, file) ->
                                argv.addAll(
                                        List.of(
                                                "--secret",
                                                "id=" + id + "," + field("src=" + file))));
        build.given()
                .directories()
                .forEach(
                        (stage, directory) ->
                                argv.addAll(List.of("--build-context", stage + "=" + directory)));
        if (build.result() instanceof ImageBuild.Image image) {
            image.labels().forEach((k, v) -> argv.addAll(List.of("--label", k + "=" + v)));
            argv.addAll(List.of("--tag", image.tag()));
        } else if (build.result() instanceof ImageBuild.Exported files) {
            argv.addAll(List.of("--output", "type=local," + field("dest=" + files.directory())));
        }
        argv.add(build.context().toString());
        return List.copyOf(argv);
    }

    private static String field(String text) {
        return text.matches("[^,\"]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
