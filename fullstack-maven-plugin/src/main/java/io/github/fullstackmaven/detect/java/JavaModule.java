package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.model.Sourced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One module of a Maven or Gradle project.
 *
 * @param directory its directory, relative to the repository
 * @param manifest its {@code pom.xml} or build script
 * @param name what the build tool calls it: a path for Maven, {@code :app} for Gradle
 * @param packaging {@code jar}, {@code war}, {@code pom} …
 * @param dependencies {@code group:artifact} of its dependencies
 * @param plugins the plugins of its build
 * @param ownPlugins those that stand in its own manifest
 * @param mainClass the class that starts it, where the manifest names one
 * @param springBoot the version of Spring Boot, where the manifest tells
 * @param release the version of Java that it asks for
 */
record JavaModule(
        String directory,
        String manifest,
        String name,
        String packaging,
        List<String> dependencies,
        List<String> plugins,
        List<String> ownPlugins,
        Optional<String> mainClass,
        Optional<String> springBoot,
        Optional<Sourced<String>> release) {
    JavaModule {
        dependencies = List.copyOf(dependencies);
        plugins = List.copyOf(plugins);
        ownPlugins = List.copyOf(ownPlugins);
    }

    boolean dependsOn(String coordinates) {
        return dependencies.contains(coordinates);
    }

    boolean dependsOnArtifact(String artifact) {
        return dependencies.stream().anyMatch(d -> d.endsWith(":" + artifact));
    }

    boolean hasPlugin(String id) {
        return plugins.contains(id);
    }

    /** Returns what rules ask for: dependencies, their groups, and plugins, with the manifest. */
    Map<String, String> declared() {
        Map<String, String> declared = new TreeMap<>();
        for (String dependency : dependencies) {
            declared.put(dependency, manifest);
            declared.put(dependency.substring(0, dependency.indexOf(':')), manifest);
        }
        plugins.forEach(plugin -> declared.put("plugin " + plugin, manifest));
        return declared;
    }
}
