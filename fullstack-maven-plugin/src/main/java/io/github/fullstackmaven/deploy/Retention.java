package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides which past releases are forgotten. Pure. */
final class Retention {
    private Retention() {}

    /**
     * Returns the releases to forget, newest first. The release that was live until now is kept
     * before all others, then the newest: what one goes back to first.
     *
     * @param observed what was there before
     * @param release the release that is live after
     * @param imageIds its images
     * @param retain how many past releases are kept
     */
    static List<StoreOperation.Prune> of(
            Observed observed, String release, List<String> imageIds, int retain) {
        String before = observed.live();
        List<ReleaseRecord> past =
                observed.records().stream()
                        .filter(r -> !r.release().equals(release))
                        .sorted(
                                Comparator.comparing(
                                                (ReleaseRecord r) -> r.release().equals(before))
                                        .thenComparing(r -> Names.number(r.release()))
                                        .reversed())
                        .toList();
        Set<String> images =
                Stream.concat(
                                past.stream().limit(retain).flatMap(r -> r.imageIds().stream()),
                                imageIds.stream())
                        .collect(Collectors.toSet());
        return past.stream()
                .skip(retain)
                .map(
                        old ->
                                new StoreOperation.Prune(
                                        old.release(),
                                        old.imageIds().stream()
                                                .filter(id -> !images.contains(id))
                                                .toList(),
                                        "more than " + retain + " releases back"))
                .toList();
    }
}
