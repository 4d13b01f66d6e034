package io.github.fullstackmaven.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** Writes journal lines: who did what when. No variables and no secrets. */
final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;
    private final String holder;

    Journal(Clock clock, String holder) {
        this.clock = clock;
        this.holder = holder;
    }

    String line(Operation.WriteJournal op) {
        ObjectNode node = JSON.createObjectNode();
        node.put("time", clock.instant().toString());
        node.put("event", op.event());
        node.put("release", op.release());
        node.put("cause", op.cause());
        node.put("by", holder);
        return node.toString();
    }
}
