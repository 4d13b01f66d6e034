package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Volume;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the release to go back to, and all that it takes to make its unit again. */
final class Archive {
    private final Engine engine;
    private final Application application;

    Archive(Engine engine, Application application) {
        this.engine = engine;
        this.application = application;
    }

    /**
     * Returns what is to be live.
     *
     * @param wanted the release; absent: the one that was live when the live one was made
     * @param holder who goes back
     */
    Aim find(Optional<String> wanted, String holder, Observed observed) {
        if (observed.records().isEmpty()) {
            throw Problems.notDeployed(application);
        }
        if (observed.site(application).filter(site -> site.fault().isEmpty()).isEmpty()) {
            throw Problems.noSite(application);
        }
        List<String> others = others(observed);
        String release = wanted.orElseGet(() -> before(observed, others));
        if (observed.record(release).isEmpty()) {
            throw Problems.noSuchRelease(release, others);
        }
        Blueprint blueprint =
                record(release, observed)
                        .map(ReleaseRecords.Past::blueprint)
                        .orElseThrow(() -> Problems.brokenRecord(release));
        for (String image : blueprint.imageIds()) {
            if (engine.image(image).isEmpty()) {
                throw Problems.imageGone(
                        release,
                        blueprint.imageName(image),
                        image,
                        others.stream().filter(r -> !r.equals(release)).toList());
            }
        }
        Set<String> volumes =
                blueprint.namedVolumes().stream()
                        .map(Volume::source)
                        .filter(engine::hasVolume)
                        .collect(Collectors.toSet());
        blueprint.namedVolumes().stream()
                .map(Volume::source)
                .filter(v -> v.equals(Names.secrets(application, release)))
                .filter(v -> !volumes.contains(v))
                .findFirst()
                .ifPresent(
                        v -> {
                            throw Problems.secretsGone(release, v);
                        });
        return new Aim.Again(Served.by(application, observed), holder, release, blueprint, volumes);
    }

    /** Returns the names of a release's processes; none when its record does not say. */
    List<String> processes(String release, Observed observed) {
        return record(release, observed).map(r -> r.blueprint().processes()).orElse(List.of());
    }

    /** The release that the live one took the place of, or the next one before that is kept. */
    private String before(Observed observed, List<String> others) {
        String live = observed.live();
        return record(live, observed)
                .map(ReleaseRecords.Past::previous)
                .filter(previous -> observed.record(previous).isPresent())
                .or(
                        () ->
                                observed.records().stream()
                                        .map(ReleaseRecord::release)
                                        .filter(r -> Names.number(r) < Names.number(live))
                                        .max(Comparator.comparing(Names::number)))
                .orElseThrow(() -> Problems.nothingBefore(live, others));
    }

    /** The releases that one can go to whose image is there, newest first. */
    private List<String> others(Observed observed) {
        return observed.records().stream()
                .filter(r -> !r.release().equals(observed.live()))
                .filter(this::hasImages)
                .map(ReleaseRecord::release)
                .sorted(Comparator.comparing(Names::number).reversed())
                .toList();
    }

    private boolean hasImages(ReleaseRecord record) {
        return record.imageIds().stream().allMatch(id -> engine.image(id).isPresent());
    }

    private Optional<ReleaseRecords.Past> record(String release, Observed observed) {
        if (observed.record(release).isEmpty()) {
            return Optional.empty();
        }
        EdgeVolume volume = new EdgeVolume(engine, application, observed.edge().running());
        return ReleaseRecords.read(volume.ask("record", Names.project(application), release));
    }
}
