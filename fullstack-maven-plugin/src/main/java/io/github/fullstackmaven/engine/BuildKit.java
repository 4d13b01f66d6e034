package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds images with BuildKit, by whatever way this docker has to it. */
final class BuildKit implements ImageBuilder {
    /** Provenance has the time of the build in it: the same sources would give another image. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("BUILDX_NO_DEFAULT_ATTESTATIONS", "1", "DOCKER_BUILDKIT", "1");

    private static final List<String> PROGRESS = List.of("--progress", "plain");

    private final Commands commands;
    private final EngineInfo info;

    BuildKit(Commands commands, EngineInfo info) {
        this.commands = commands;
        this.info = info;
    }

    @Override
    public void build(ImageBuild build, Consumer<String> log) {
        Command command = Command.of(argv(build)).with(ENVIRONMENT).within(build.limit());
        Result result = commands.stream(command, log);
        if (!result.ok()) {
            throw BuildFailure.of(build, result);
        }
    }

    @Override
    public String text() {
        Result buildx = commands.run(Command.of("docker", "buildx", "version"));
        if (buildx.ok()) {
            return "BuildKit, by "
                    + buildx.out().strip().replaceFirst("^\\S*buildx (\\S+).*", "buildx $1");
        }
        if (clientHasBuildKit()) {
            return "BuildKit, by docker " + info.clientVersion();
        }
        throw noBuildx();
    }

    private List<String> argv(ImageBuild build) {
        if (commands.run(Command.of("docker", "buildx", "version")).ok()) {
            List<String> builder = new ArrayList<>(List.of("docker", "buildx", "build"));
            if (build.result() instanceof ImageBuild.Image image) {
                builder.addAll(loaded(image));
            }
            builder.addAll(PROGRESS);
            return BuildArgv.of(builder, takesDirectories() ? build : build.withoutDirectories());
        }
        if (clientHasBuildKit()) {
            List<String> builder = new ArrayList<>(List.of("docker", "build"));
            builder.addAll(PROGRESS);
            return BuildArgv.of(builder, build.withoutDirectories());
        }
        throw noBuildx();
    }

    /** Clients before 23 have BuildKit built in; newer ones have it in the plugin alone. */
    private boolean clientHasBuildKit() {
        Optional<Integer> major = major(info.clientVersion());
        return major.isPresent() && major.get() >= 19 && major.get() < 23;
    }

    private FullstackException noBuildx() {
        return FullstackException.machine(
                Finding.error(
                        "FS-ENGINE-006",
                        "docker "
                                + info.clientVersion()
                                + " has no buildx plugin, so it cannot build with BuildKit",
                        "install the package docker-buildx-plugin (docker-buildx on Debian)"));
    }

    /**
     * What is given to the exporter dates the result alone. As a variable of the build it would be
     * a part of every step: with every commit all layers would be made anew.
     */
    private static List<String> loaded(ImageBuild.Image image) {
        return image.time()
                .map(
                        time ->
                                List.of(
                                        "--output",
                                        "type=docker,rewrite-timestamp=true,source-date-epoch="
                                                + time.getEpochSecond()))
                .orElse(List.of("--load"));
    }

    /** What is built into engines before 23 knows of one context alone. */
    private boolean takesDirectories() {
        return major(info.version()).map(major -> major >= 23).orElse(false);
    }

    private static Optional<Integer> major(String version) {
        String digits = version.replaceFirst("\\D.*", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }
}
