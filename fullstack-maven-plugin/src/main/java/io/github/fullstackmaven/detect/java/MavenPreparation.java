package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.JavaFacts.Preparation;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files with which Maven builds a project that has no sources yet, so that it fetches the
 * plugins and the dependencies: every POM, what is in {@code .mvn}, and one class with a {@code
 * main} in every module, for plugins that look for something to compile and to start. A change of
 * sources alone never changes a byte of it.
 */
final class MavenPreparation {
    private static final String CONFIGURATION = ".mvn";

    /** The version that looks into a second local repository; so does the image's own Maven. */
    private static final int SINCE = 309;

    private static final Pattern DISTRIBUTION =
            Pattern.compile("(?m)^\\s*distributionUrl\\s*=.*/apache-maven-(\\d+)\\.(\\d+)\\b");

    private static final String STAND_IN =
            """
            package fullstack;

            public final class StandIn {
                private StandIn() {}

                public static void main(String[] arguments) {}
            }
            """;

    private final Manifests manifests;
    private final Tree tree;
    private final JavaProject project;
    private final Map<String, String> files = new TreeMap<>();

    private MavenPreparation(Manifests manifests, JavaProject project) {
        this.manifests = manifests;
        this.tree = manifests.tree();
        this.project = project;
    }

    /**
     * Returns the preparation of a project.
     *
     * @param command what builds it
     */
    static Optional<Preparation> of(Manifests manifests, JavaProject project, String command) {
        return project.isMaven()
                ? new MavenPreparation(manifests, project).preparation(command)
                : Optional.empty();
    }

    private Optional<Preparation> preparation(String command) {
        if (project.wrapper() && !isRecent()) {
            return Optional.empty();
        }
        project.modules().forEach(this::add);
        for (String directory : List.of(CONFIGURATION, CONFIGURATION + "/wrapper")) {
            tree.files(at(directory), name -> !name.endsWith(".jar"))
                    .forEach(name -> add(at(directory) + "/" + name));
        }
        if (project.wrapper()) {
            add(at("mvnw"));
        }
        return Optional.of(
                new Preparation(
                        files,
                        List.of(
                                command + " --fail-at-end",
                                program() + " -B -ntp --fail-at-end dependency:go-offline"),
                        tree.isFile(at(CONFIGURATION + "/jvm.config"))));
    }

    private String program() {
        return BuildCommand.program(project);
    }

    private boolean isRecent() {
        Matcher version =
                DISTRIBUTION.matcher(
                        tree.read(at(CONFIGURATION + "/wrapper/maven-wrapper.properties"))
                                .orElse(""));
        return version.find()
                && Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2))
                        >= SINCE;
    }

    private void add(JavaModule module) {
        Optional<Pom> pom = Pom.of(manifests, module.directory());
        Optional<Pom> above = pom;
        while (above.isPresent()) {
            add(above.get().path());
            above = above.get().parent();
        }
        if (!module.packaging().equals("pom")) {
            String sources =
                    pom.flatMap(Pom::sources)
                            .flatMap(path -> RepositoryPath.resolve(module.directory(), path))
                            .filter(path -> RepositoryPath.isWithin(path, project.directory()))
                            .orElse(RepositoryPath.join(module.directory(), "src/main/java"));
            files.put(
                    RepositoryPath.relative(project.directory(), sources)
                            + "/fullstack/StandIn.java",
                    STAND_IN);
        }
    }

    private void add(String path) {
        if (RepositoryPath.isWithin(path, project.directory())) {
            tree.read(path)
                    .ifPresent(
                            text ->
                                    files.put(
                                            RepositoryPath.relative(project.directory(), path),
                                            text));
        }
    }

    private String at(String name) {
        return RepositoryPath.join(project.directory(), name);
    }
}
