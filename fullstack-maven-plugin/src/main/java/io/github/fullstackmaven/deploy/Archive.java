package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the release to go back to, and all that it takes to make its unit again. */
final class Archive {
    private final Engine engine;
    private final Application application;

    Archive(Engine engine, Application application) {
        this.engine = engine;
        this.application = application;
    }

    /**
     * A release that is kept.
     *
     * @param blueprint what it is made of, when its record says so
     * @param obstacle what is in the way of its coming back, told with the releases that can
     */
    private record Kept(
            String release,
            Optional<Blueprint> blueprint,
            Optional<Function<List<String>, FullstackException>> obstacle) {
        boolean comesBack() {
            return obstacle.isEmpty();
        }

        /** Returns why it does not come back, in words. */
        String why() {
            return obstacle.orElseThrow().apply(List.of()).findings().get(0).message();
        }
    }

    /**
     * Returns what is to be live.
     *
     * @param wanted the release; absent: the one that was live when the live one was made, or the
     *     newest from before that can come back
     * @param holder who goes back
     */
    Aim find(Optional<String> wanted, String holder, Observed observed) {
        if (observed.records().isEmpty()) {
            throw Problems.notDeployed(application);
        }
        if (observed.site(application).filter(site -> site.fault().isEmpty()).isEmpty()) {
            throw EdgeProblems.noSite(application);
        }
        return wanted.isPresent()
                ? asked(wanted.get(), holder, observed)
                : before(holder, observed);
    }

    private Aim asked(String release, String holder, Observed observed) {
        if (observed.record(release).isEmpty()) {
            throw ReturnProblems.noSuchRelease(release, others(observed));
        }
        Kept kept = kept(release, observed);
        if (!kept.comesBack()) {
            List<String> others = new ArrayList<>(others(observed));
            others.remove(release);
            throw kept.obstacle().orElseThrow().apply(others);
        }
        return again(kept, List.of(), holder, observed);
    }

    private Aim before(String holder, Observed observed) {
        String live = observed.live();
        List<Kept> passedOver = new ArrayList<>();
        for (String release : earlier(observed)) {
            Kept kept = kept(release, observed);
            if (kept.comesBack()) {
                List<Finding> warnings =
                        passedOver.stream()
                                .map(p -> ReturnProblems.passedOver(p.release(), release, p.why()))
                                .toList();
                return again(kept, warnings, holder, observed);
            }
            passedOver.add(kept);
        }
        throw ReturnProblems.nothingBefore(
                live, passedOver.stream().map(Kept::why).toList(), others(observed));
    }

    /** What the live release took the place of, then what is from before it, newest first. */
    private List<String> earlier(Observed observed) {
        String live = observed.live();
        Optional<String> previous =
                record(live, observed)
                        .map(ReleaseRecords.Past::previous)
                        .filter(p -> !p.equals(live) && observed.record(p).isPresent());
        return Stream.concat(
                        previous.stream(),
                        newestFirst(observed).filter(r -> Names.number(r) < Names.number(live)))
                .distinct()
                .toList();
    }

    private Kept kept(String release, Observed observed) {
        Optional<Blueprint> blueprint =
                record(release, observed).map(ReleaseRecords.Past::blueprint);
        return new Kept(
                release,
                blueprint,
                blueprint.isPresent()
                        ? obstacle(release, blueprint.get())
                        : Optional.of(others -> ReturnProblems.brokenRecord(release, others)));
    }

    private Optional<Function<List<String>, FullstackException>> obstacle(
            String release, Blueprint blueprint) {
        for (String image : blueprint.imageIds()) {
            if (engine.image(image).isEmpty()) {
                String name = blueprint.imageName(image);
                return Optional.of(
                        others -> ReturnProblems.imageGone(release, name, image, others));
            }
        }
        return blueprint.namedVolumes().stream()
                .map(Volume::source)
                .filter(v -> v.equals(Names.secrets(application, release)))
                .filter(v -> !engine.hasVolume(v))
                .findFirst()
                .map(v -> others -> ReturnProblems.secretsGone(release, v, others));
    }

    private Aim again(Kept kept, List<Finding> warnings, String holder, Observed observed) {
        Blueprint blueprint = kept.blueprint().orElseThrow();
        Set<String> volumes =
                blueprint.namedVolumes().stream()
                        .map(Volume::source)
                        .filter(engine::hasVolume)
                        .collect(Collectors.toSet());
        return new Aim.Again(
                Served.by(application, observed),
                holder,
                kept.release(),
                blueprint,
                volumes,
                warnings);
    }

    /** Returns the names of a release's processes; none when its record does not say. */
    List<String> processes(String release, Observed observed) {
        return record(release, observed).map(r -> r.blueprint().processes()).orElse(List.of());
    }

    /** The releases that one can go to, newest first. */
    private List<String> others(Observed observed) {
        return newestFirst(observed)
                .filter(r -> !r.equals(observed.live()))
                .filter(r -> kept(r, observed).comesBack())
                .toList();
    }

    private static Stream<String> newestFirst(Observed observed) {
        return observed.records().stream()
                .map(ReleaseRecord::release)
                .sorted(Comparator.comparing(Names::number).reversed());
    }

    private Optional<ReleaseRecords.Past> record(String release, Observed observed) {
        if (observed.record(release).isEmpty()) {
            return Optional.empty();
        }
        EdgeVolume volume = new EdgeVolume(engine, application, observed.edge().running());
        return ReleaseRecords.read(volume.ask("record", Names.project(application), release));
    }
}
