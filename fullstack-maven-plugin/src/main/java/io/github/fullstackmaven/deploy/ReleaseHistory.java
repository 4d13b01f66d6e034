package io.github.fullstackmaven.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells the story of an application's releases from its journal and its records. Pure. */
final class ReleaseHistory {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Run> runs = new HashMap<>();

    /** Deployments of releases that were live already, and have not come to an end. */
    private final Map<String, JsonNode> again = new HashMap<>();

    private ReleaseHistory() {}

    /** One deployment of a release: how it began, and how it ended, if it did. */
    private record Run(JsonNode begin, Optional<JsonNode> end) {
        boolean isLive() {
            return end.filter(e -> event(e).equals(LogbookOperation.WriteJournal.LIVE)).isPresent();
        }
    }

    /**
     * Returns the releases, newest first.
     *
     * @param journal the journal's text, oldest line first
     * @param observed what is there
     * @param hasImage whether the engine has an image
     */
    static List<Release> of(String journal, Observed observed, Predicate<String> hasImage) {
        ReleaseHistory history = new ReleaseHistory();
        journal.lines().forEach(history::read);
        List<String> names = new ArrayList<>(history.runs.keySet());
        observed.records().stream().map(ReleaseRecord::release).forEach(names::add);
        names.add(observed.live());
        return names.stream()
                .distinct()
                .filter(name -> Names.number(name) > 0)
                .sorted(Comparator.comparing(Names::number).reversed())
                .map(name -> history.release(name, observed, hasImage))
                .toList();
    }

    private void read(String line) {
        JsonNode entry;
        try {
            entry = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // A line that was cut off says nothing, and the others are still true.
            return;
        }
        String release = entry.path("release").asText();
        if (event(entry).equals(LogbookOperation.WriteJournal.SITE)) {
            return;
        }
        Optional<Run> known = Optional.ofNullable(runs.get(release));
        boolean wasLive = known.filter(Run::isLive).isPresent();
        if (event(entry).equals(LogbookOperation.WriteJournal.BEGIN)) {
            // A release that was live keeps that story while somebody tries to go back to it.
            if (wasLive) {
                again.put(release, entry);
            } else {
                runs.put(release, new Run(entry, Optional.empty()));
            }
            return;
        }
        JsonNode begin =
                Optional.ofNullable(again.remove(release))
                        .or(() -> known.map(Run::begin))
                        .orElse(entry);
        Run ended = new Run(begin, Optional.of(entry));
        if (!wasLive || ended.isLive()) {
            runs.put(release, ended);
        }
    }

    private Release release(String name, Observed observed, Predicate<String> hasImage) {
        Optional<Run> run = Optional.ofNullable(runs.get(name));
        Optional<ReleaseRecord> record = observed.record(name);
        Optional<JsonNode> begin = run.map(Run::begin);
        Optional<JsonNode> last = run.map(r -> r.end().orElse(r.begin()));
        return new Release(
                name,
                state(name, run, observed, hasImage),
                last.flatMap(e -> text(e, "time")).flatMap(ReleaseHistory::time),
                last.map(e -> e.path("millis"))
                        .filter(JsonNode::isNumber)
                        .map(m -> Duration.ofMillis(m.asLong())),
                begin.flatMap(e -> text(e, "by")),
                begin.flatMap(e -> text(e, "cause")),
                begin.flatMap(e -> text(e, "image")),
                begin.flatMap(e -> text(e, "imageId"))
                        .or(() -> record.flatMap(ReleaseRecord::first)),
                begin.flatMap(e -> text(e, "revision")));
    }

    private static String state(
            String name, Optional<Run> run, Observed observed, Predicate<String> hasImage) {
        if (name.equals(observed.live())) {
            return "live";
        }
        Optional<ReleaseRecord> record = observed.record(name);
        if (record.isPresent()) {
            return record.get().imageIds().stream().allMatch(hasImage) ? "kept" : "no-image";
        }
        if (run.filter(Run::isLive).isPresent()) {
            return "forgotten";
        }
        return run.flatMap(Run::end).map(ReleaseHistory::event).orElse("begun");
    }

    private static String event(JsonNode entry) {
        return entry.path("event").asText();
    }

    private static Optional<String> text(JsonNode entry, String field) {
        return Optional.of(entry.path(field).asText()).filter(t -> !t.isEmpty());
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
