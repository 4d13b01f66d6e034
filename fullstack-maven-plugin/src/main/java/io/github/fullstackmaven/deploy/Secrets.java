package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Volume;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The secrets of a release: files in a volume of its own that no other container has, readable by
 * the unit's user alone. A volume, and not memory, since the engine has to bring a unit back by
 * itself after a restart; and no secret of the engine, since docker without swarm has none.
 */
final class Secrets {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ROUNDS = 100_000;
    private static final int BITS = 256;

    /** Reads a name and a content a line; only the shell itself and base64 ever see a content. */
    private static final String WRITE =
            "umask 077; cd /secrets && rm -f -- * || exit 1;"
                    + " while read -r name content; do"
                    + " printf %s \"$content\" | base64 -d > \"$name\" || exit 1;"
                    + " chmod 0400 \"$name\" && chown \"$1\" \"$name\" || exit 1;"
                    + " done;"
                    + " chown \"$1\" . && chmod 0500 .";

    private Secrets() {}

    /** Returns the volume that a unit finds its secrets in; absent when it has none. */
    static Optional<Volume> mounted(Application application, String release) {
        return application.surroundings().secrets().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Volume(
                                Names.secrets(application, release),
                                Secret.DIRECTORY,
                                true,
                                false,
                                "fullstack.secrets"));
    }

    /** Makes a volume and writes the secrets into it. */
    static void write(Engine engine, Application application, String volume, String user) {
        engine.createVolume(volume, Labels.of(application, "secrets"));
        ExecResult result =
                engine.run(writer(application, volume, user), input(application), LIMIT);
        if (!result.ok()) {
            throw EdgeProblems.notPrepared(Specs.edgeImage(application), result.complaint());
        }
    }

    /** A one-shot container that writes what it reads into the volume. */
    static ContainerSpec writer(Application application, String volume, String user) {
        return ContainerSpec.of(Specs.edgeImage(application), "0:0")
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .volumes(List.of(new Volume(volume, "/secrets", false, false, "secrets")))
                .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=2m,mode=1777")
                .capability("CHOWN")
                .capability("DAC_OVERRIDE")
                .capability("FOWNER")
                .program("/bin/sh", "-c", WRITE, "secrets", user)
                .build();
    }

    /** Returns what {@link #writer} reads. */
    static String input(Application application) {
        return application.surroundings().secrets().stream()
                .map(s -> s.name() + " " + s.content().orElse("") + "\n")
                .collect(Collectors.joining());
    }

    /** Returns their names, for people. */
    static String names(Application application) {
        return application.surroundings().secrets().stream()
                .map(Secret::name)
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns what tells these secrets from others. It is part of a label that everybody sees who
     * may ask the engine, so that it is made slowly: short secrets cannot be found by trying.
     */
    static String fingerprint(Application application) {
        StringBuilder all = new StringBuilder();
        for (Secret secret : application.surroundings().secrets()) {
            all.append(secret.name()).append(' ').append(slow(application, secret)).append('\n');
        }
        return all.toString();
    }

    private static String slow(Application application, Secret secret) {
        String content = secret.content().orElse("");
        if (content.isEmpty()) {
            return "";
        }
        byte[] salt = (application.id() + "/" + secret.name()).getBytes(StandardCharsets.UTF_8);
        PBEKeySpec key = new PBEKeySpec(content.toCharArray(), salt, ROUNDS, BITS);
        try {
            return HexFormat.of()
                    .formatHex(
                            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                                    .generateSecret(key)
                                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        } finally {
            key.clearPassword();
        }
    }

    /** Returns the texts that they hold, as far as they are texts. */
    static List<String> texts(Application application) {
        return application.surroundings().secrets().stream()
                .flatMap(s -> s.content().stream())
                .map(
                        content ->
                                new String(
                                        Base64.getDecoder().decode(content),
                                        StandardCharsets.UTF_8))
                .toList();
    }
}
