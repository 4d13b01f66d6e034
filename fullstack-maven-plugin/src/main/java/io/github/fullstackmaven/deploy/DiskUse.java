package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures what an application takes of the engine's disk. */
final class DiskUse {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Engine engine;
    private final Application application;

    DiskUse(Engine engine, Application application) {
        this.engine = engine;
        this.application = application;
    }

    Status.Disk of(Observed observed) {
        List<ImageState> images =
                Stream.concat(
                                observed.units().stream().flatMap(u -> u.imageIds().stream()),
                                observed.records().stream().flatMap(r -> r.imageIds().stream()))
                        .distinct()
                        .map(engine::image)
                        .flatMap(Optional::stream)
                        .toList();
        return new Status.Disk(
                observed.room().stream().mapToLong(Observed.Room::bytes).findFirst(),
                images.size(),
                images.stream().mapToLong(ImageState::sizeBytes).sum(),
                observed.edge().image() ? volumes() : List.of());
    }

    /** What cannot be measured is left out: this is only for people to look at. */
    private List<Status.VolumeSize> volumes() {
        List<String> names = engine.volumes(Labels.of(application, "data"));
        if (names.isEmpty()) {
            return List.of();
        }
        ExecResult result = engine.run(Specs.measures(application, names), "", LIMIT);
        List<Status.VolumeSize> sizes = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            String[] words = line.split("\t", 2);
            if (words.length == 2 && words[0].matches("[0-9]{1,15}")) {
                sizes.add(new Status.VolumeSize(words[1], Long.parseLong(words[0]) * 1024));
            }
        }
        return sizes;
    }
}
