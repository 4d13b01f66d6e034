package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.stages.Build;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The container that puts secrets into a volume before anything else is started. Compose mounts the
 * file of a secret; one from a variable it writes into the container, and so to none whose root is
 * read only. This one runs nothing but a copy, and its root may be written.
 *
 * @param name the service's name
 * @param image the name of its image
 * @param target the target of the Dockerfile that it is made from
 * @param program what it runs, as root: the files belong to the user of the processes then
 * @param written where it writes them
 * @param volume the volume's key
 */
public record ComposeSecrets(
        String name,
        String image,
        String target,
        List<String> program,
        String written,
        String volume) {
    private static final String GIVEN = "/run/given";
    private static final String WRITTEN = "/run/written";

    public ComposeSecrets {
        program = List.copyOf(program);
    }

    /**
     * Returns it for an application that has a secret from a variable; files compose mounts itself.
     *
     * @param services the names that there are
     * @param volumes the keys of volumes that there are
     */
    static Optional<ComposeSecrets> of(
            Application application, Collection<String> services, Collection<String> volumes) {
        List<Secret> secrets = application.surroundings().secrets();
        if (secrets.stream().allMatch(s -> s.variable().isEmpty())) {
            return Optional.empty();
        }
        // What strangers talk to has a system in its image, whatever processes stand on.
        UnitPart part =
                UnitPart.of(application).stream()
                        .filter(p -> p.process().isEmpty())
                        .findFirst()
                        .orElseThrow();
        boolean own = application.hasOwnImage() && !part.role().equals(UnitPart.GATEWAY);
        String user = UnitSettings.of(application).user();
        int colon = user.indexOf(':');
        List<String> program = new ArrayList<>();
        program.add(own ? UnitSettings.TOOLS + "/bin/install" : "/usr/bin/install");
        program.addAll(List.of("-m", "0400", "-o", user.substring(0, colon)));
        program.addAll(List.of("-g", user.substring(colon + 1)));
        secrets.forEach(s -> program.add(path(s)));
        program.add(WRITTEN + "/");
        return Optional.of(
                new ComposeSecrets(
                        free("secrets", services),
                        part.image(),
                        Build.target(part),
                        program,
                        WRITTEN,
                        free("secrets-compose", volumes)));
    }

    /** Returns where it is given a secret. */
    public String given(Secret secret) {
        return path(secret);
    }

    private static String path(Secret secret) {
        return GIVEN + "/" + secret.name();
    }

    private static String free(String wanted, Collection<String> taken) {
        String name = wanted;
        while (taken.contains(name)) {
            name += "-files";
        }
        return name;
    }
}
