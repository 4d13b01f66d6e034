package io.github.fullstackmaven.stages;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The stages that stand for build secrets: there is nothing in them unless the build says so. */
final class SecretStages {
    private SecretStages() {}

    /** Returns those that some stages need, by id. */
    static List<Stage> of(List<Stage> stages, Set<String> secrets) {
        return stages.stream()
                .flatMap(stage -> stage.steps().stream())
                .flatMap(SecretStages::read)
                .map(SecretMount::id)
                .filter(secrets::contains)
                .distinct()
                .sorted()
                .map(SecretStages::stage)
                .toList();
    }

    private static Stream<SecretMount> read(Step step) {
        if (step instanceof Step.Run run) {
            return run.secrets().stream();
        }
        return step instanceof Step.ProjectCommand command
                ? command.secrets().stream()
                : Stream.empty();
    }

    private static Stage stage(String id) {
        return new Stage(
                Build.secret(id),
                "Another one with another build secret "
                        + id
                        + ", so that what reads that is done again.",
                Stage.SCRATCH,
                List.of());
    }
}
