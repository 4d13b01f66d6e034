package io.github.fullstackmaven.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.OptionalLong;

/**
 * Writes journal lines: who did what when. No variables, no secrets, and nothing that an
 * application said.
 */
final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;
    private final String holder;

    /** Not the clock's time: that may jump. */
    private OptionalLong begun = OptionalLong.empty();

    Journal(Clock clock, String holder) {
        this.clock = clock;
        this.holder = holder;
    }

    /** Returns the line with which the deployment of a release begins. */
    String begin(LogbookOperation.WriteJournal op, Provenance provenance) {
        begun = OptionalLong.of(System.nanoTime());
        ObjectNode node = entry(op);
        node.put("imageId", provenance.imageId());
        node.put("image", provenance.image());
        provenance.revision().ifPresent(r -> node.put("revision", r));
        return node.toString();
    }

    /** Returns the line with which it ends, ours or one that was cut off. */
    String end(LogbookOperation.WriteJournal op) {
        ObjectNode node = entry(op);
        begun.ifPresent(b -> node.put("millis", (System.nanoTime() - b) / 1_000_000));
        return node.toString();
    }

    /** The edge's own programs read the first three fields. */
    private ObjectNode entry(LogbookOperation.WriteJournal op) {
        return JSON.createObjectNode()
                .put("time", clock.instant().toString())
                .put("event", op.event())
                .put("release", op.release())
                .put("cause", op.cause())
                .put("by", holder);
    }
}
