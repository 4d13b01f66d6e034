package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Digest;
import java.time.Instant;
import java.util.List;

/**
 * A certificate chain with its key, checked.
 *
 * @param chainPem the chain as read
 * @param keyPem the key as read; secret
 * @param names the host names that it is for
 * @param expires when it ends
 */
public record Certificate(String chainPem, String keyPem, List<String> names, Instant expires) {
    public Certificate {
        names = List.copyOf(names);
    }

    /** Returns what tells this chain and key from any other. */
    public String digest() {
        return Digest.of(Digest.of(chainPem) + Digest.of(keyPem)).substring(0, 16);
    }

    /** Returns names and date, never the key. */
    @Override
    public String toString() {
        return "Certificate" + names + " until " + expires;
    }
}
