package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Digest;

/** Tells what does the same from what does not: the hash of all that counts. */
final class Fingerprint {
    private static final int LENGTH = 32;

    private final StringBuilder whole = new StringBuilder();

    /** Length and text, so that no two lists of parts give the same whole. */
    Fingerprint add(String text) {
        whole.append(text.length()).append(':').append(text);
        return this;
    }

    /** Adds what a container is given, whatever image it is made from. */
    Fingerprint add(ContainerSpec container) {
        add(container.name().orElse(""));
        container.environment().forEach((k, v) -> add(k + "=" + v));
        container.volumes().forEach(v -> add(v.source() + ">" + v.target() + ">" + v.readOnly()));
        add(container.user().orElse(""));
        add(String.valueOf(container.tmpfs()));
        add(String.valueOf(container.pids()));
        add(String.valueOf(container.memory()));
        add(String.valueOf(container.cpus()));
        add(container.restart());
        add(String.valueOf(container.stopSignal()));
        add(String.valueOf(container.health().map(h -> h.command())));
        container.furtherNetworks().forEach(this::add);
        return this;
    }

    /** Adds what somebody else's image is given besides. */
    Fingerprint addForeign(ContainerSpec container) {
        return add(container)
                .add(container.image())
                .add(String.valueOf(container.hostname()))
                .add(String.valueOf(container.capabilities()))
                .add(String.valueOf(container.arguments().size()))
                .add(String.join("\0", container.arguments()));
    }

    String hash() {
        return Digest.of(whole.toString()).substring(0, LENGTH);
    }
}
