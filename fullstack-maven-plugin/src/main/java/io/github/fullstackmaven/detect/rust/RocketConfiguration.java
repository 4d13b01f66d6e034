package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlTable;

/** Reads {@code Rocket.toml}: what holds for releases beats what holds always. */
final class RocketConfiguration {
    private RocketConfiguration() {}

    static Optional<Sourced<Integer>> port(Manifests manifests, String directory) {
        String path = RepositoryPath.join(directory, "Rocket.toml");
        Optional<TomlTable> table = manifests.toml(path);
        for (String profile : List.of("global", "release", "default")) {
            if (table.isPresent()
                    && table.get().get(List.of(profile, "port")) instanceof Long port
                    && port >= 1
                    && port <= 65535) {
                int line = table.get().inputPositionOf(List.of(profile, "port")).line();
                return Optional.of(new Sourced<>(port.intValue(), path + ":" + line));
            }
        }
        return Optional.empty();
    }
}
