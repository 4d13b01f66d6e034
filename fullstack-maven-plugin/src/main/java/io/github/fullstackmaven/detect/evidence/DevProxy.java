package io.github.fullstackmaven.detect.evidence;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A prefix that the front end's dev server hands on to the back end.
 *
 * @param prefix {@code /api}, without a trailing slash
 * @param targetPort the port of the target, where it can be read
 * @param stripPrefix whether a rewrite takes the prefix off
 * @param file the configuration's path
 * @param key what the tool calls it there, {@code server.proxy}; empty where the file is all of it
 * @param line the line of the prefix
 * @param variable what in the environment says where the target is, where something does
 */
public record DevProxy(
        String prefix,
        OptionalInt targetPort,
        boolean stripPrefix,
        String file,
        String key,
        int line,
        Optional<TargetVariable> variable) {
    /** A proxy whose target the environment does not change. */
    public DevProxy(
            String prefix,
            OptionalInt targetPort,
            boolean stripPrefix,
            String file,
            String key,
            int line) {
        this(prefix, targetPort, stripPrefix, file, key, line, Optional.empty());
    }

    /** Returns the same, with the prefix taken off on the way. */
    public DevProxy stripping() {
        return new DevProxy(prefix, targetPort, true, file, key, line, variable);
    }

    /** Returns where it was read, as it stands in the plan. */
    public String source() {
        return key.isEmpty() ? file : file + ": " + key;
    }
}
