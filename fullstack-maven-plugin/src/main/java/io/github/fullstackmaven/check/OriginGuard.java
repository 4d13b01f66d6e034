package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the addresses that pages use. An address of the developer's own machine works nowhere else
 * ({@code FS-ORIGIN-001}); another origin is blocked by the pages' own policy unless it is allowed
 * ({@code FS-ORIGIN-002}).
 */
final class OriginGuard {
    static final String LOOPBACK = "FS-ORIGIN-001";
    private static final String FOREIGN = "FS-ORIGIN-002";

    /** More places of one file tell nobody anything new. */
    private static final int MOST = 20;

    private final AllowedOrigins allowed;

    OriginGuard(Application application) {
        this.allowed = new AllowedOrigins(application);
    }

    /** A fault: where it is mentioned first in its file, and how often after that. */
    record Fault(Mention mention, Places.Place place, int more) {}

    /** Returns what is wrong in a file, the same address once, in order. */
    List<Fault> faults(String path, String text) {
        Places places = new Places(text);
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (Mention mention : Mentions.in(path, text)) {
            if (isFault(mention)) {
                String key = mention.use() + " " + mention.address().shown();
                Places.Place place = places.of(mention.offset());
                Fault known = faults.get(key);
                faults.put(
                        key,
                        known == null
                                ? new Fault(mention, place, 0)
                                : new Fault(known.mention(), known.place(), known.more() + 1));
            }
        }
        return new ArrayList<>(faults.values()).subList(0, Math.min(MOST, faults.size()));
    }

    private boolean isFault(Mention mention) {
        if (mention.address().isLoopback()) {
            // Libraries keep a bare http://localhost to take paths apart with.
            return mention.use() != Use.HELD || mention.address().port().isPresent();
        }
        return mention.use() != Use.HELD && !allowed.allows(mention.address(), mention.use());
    }

    /**
     * Returns what is to be said of a fault, without a place.
     *
     * @param subject what has it: {@code the built page}
     * @param within where the column is, where that is not the finding's own place; ends with a
     *     comma and a space
     * @param path the way to say it without an origin, where that is known
     */
    Finding finding(Fault fault, String subject, String within, Optional<String> path) {
        Mention mention = fault.mention();
        String what = subject + " " + mention.use().verb() + " " + mention.address().shown();
        String where =
                " ("
                        + within
                        + "column "
                        + fault.place().column()
                        + (fault.more() == 0 ? "" : ", and " + fault.more() + " more in this file")
                        + ")";
        if (mention.address().isLoopback()) {
            return Finding.warning(
                    LOOPBACK,
                    what + where + ", which is the visitor's own machine",
                    cure(mention, path));
        }
        return Finding.warning(
                FOREIGN,
                what + where + ", which the pages' own policy blocks",
                mention.use() == Use.BASE
                        ? "take the <base> out, or make its address a path"
                        : "let the back end ask it, or allow it: <allowedOrigins><"
                                + mention.use().directive()
                                + "><origin>"
                                + mention.address().source()
                                + "</origin></"
                                + mention.use().directive()
                                + "></allowedOrigins>");
    }

    private static String cure(Mention mention, Optional<String> path) {
        if (mention.address().scheme().startsWith("ws")) {
            return "open it on the page's own host:"
                    + " new WebSocket(location.origin.replace(/^http/, 'ws') + '/…')";
        }
        return "call the back end by a path, like "
                + path.filter(p -> p.length() > 1).orElse("/api/…")
                + ", and let the dev server's proxy do the rest";
    }
}
