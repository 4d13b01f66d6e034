package io.github.fullstackmaven.it.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a build machine is told to do, or a section of that.
 *
 * @param entries the entries of the YAML
 */
record Pipeline(Map<?, ?> entries) {
    static Pipeline read(Path file) throws IOException {
        Load yaml = new Load(LoadSettings.builder().build());
        return new Pipeline((Map<?, ?>) yaml.loadFromString(Files.readString(file)));
    }

    List<String> names() {
        return entries.keySet().stream().map(String::valueOf).toList();
    }

    Pipeline section(String name) {
        return new Pipeline((Map<?, ?>) entries.get(name));
    }

    /** Returns the commands of a job of GitLab. */
    List<String> script() {
        return ((List<?>) entries.get("script")).stream().map(String::valueOf).toList();
    }
}
