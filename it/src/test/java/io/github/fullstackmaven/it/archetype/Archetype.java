package io.github.fullstackmaven.it.archetype;

import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The archetype under test, as it is typed. */
public final class Archetype {
    private Archetype() {}

    /** Generates in this directory, without a question; Maven's end is for the caller to judge. */
    public static MavenRun typed(Path directory, String... properties) {
        List<String> arguments = new ArrayList<>();
        arguments.add(
                "org.apache.maven.plugins:maven-archetype-plugin:"
                        + System.getProperty("it.archetypePlugin.version")
                        + ":generate");
        arguments.add("-DarchetypeCatalog=local");
        arguments.add("-DarchetypeGroupId=io.github.fullstackmaven");
        arguments.add("-DarchetypeArtifactId=fullstack-archetype");
        arguments.add("-DarchetypeVersion=" + Maven.version());
        arguments.addAll(List.of(properties));
        return Maven.in(directory).run(arguments);
    }

    /** Generates in this directory, and returns where the new repository is. */
    public static Path generate(Path directory, String name, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.addAll(List.of("-DgroupId=com.example", "-DartifactId=" + name, "-Dversion=1.0.0"));
        typed(directory, all.toArray(String[]::new)).succeeded();
        return directory.resolve(name);
    }
}
