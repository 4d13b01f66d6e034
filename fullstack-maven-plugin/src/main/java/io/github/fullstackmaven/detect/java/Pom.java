package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** One {@code pom.xml}, with what it inherits from parents that are in the repository. */
final class Pom {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");
    private static final int DEPTH = 10;

    private final String directory;
    private final Element root;
    private final Optional<Pom> parent;

    private Pom(String directory, Element root, Optional<Pom> parent) {
        this.directory = directory;
        this.root = root;
        this.parent = parent;
    }

    static Optional<Pom> of(Manifests manifests, String directory) {
        return read(manifests, RepositoryPath.join(directory, "pom.xml"), DEPTH);
    }

    private static Optional<Pom> read(Manifests manifests, String path, int depth) {
        Optional<Element> root =
                manifests.xml(path).filter(e -> XmlElements.name(e).equals("project"));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        String directory = RepositoryPath.parent(path);
        return Optional.of(
                new Pom(directory, root.get(), parent(manifests, directory, root.get(), depth)));
    }

    private static Optional<Pom> parent(
            Manifests manifests, String directory, Element root, int depth) {
        if (depth == 0 || XmlElements.all(root, "parent").isEmpty()) {
            return Optional.empty();
        }
        List<Element> relative = XmlElements.all(root, "parent", "relativePath");
        String path = relative.isEmpty() ? ".." : relative.get(0).getTextContent().strip();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String wanted = XmlElements.text(root, "parent", "artifactId").orElse("");
        return RepositoryPath.resolve(directory, path)
                .map(p -> p.endsWith(".xml") ? p : RepositoryPath.join(p, "pom.xml"))
                .filter(p -> !p.equals(RepositoryPath.join(directory, "pom.xml")))
                .flatMap(p -> read(manifests, p, depth - 1))
                .filter(above -> above.artifact().equals(wanted));
    }

    String directory() {
        return directory;
    }

    String path() {
        return RepositoryPath.join(directory, "pom.xml");
    }

    Optional<Pom> parent() {
        return parent;
    }

    String artifact() {
        return XmlElements.text(root, "artifactId").orElse("");
    }

    String packaging() {
        return XmlElements.text(root, "packaging").map(this::resolved).orElse("jar");
    }

    /** Returns the directory of the sources, where it is not the usual one. */
    Optional<String> sources() {
        return XmlElements.text(root, "build", "sourceDirectory")
                .map(this::resolved)
                .map(path -> path.replaceFirst("^\\$\\{(project\\.)?basedir}/", ""))
                .filter(path -> !path.contains("${"))
                .or(() -> parent.flatMap(Pom::sources));
    }

    /** Returns true when the tests are packed for other modules, or others' are asked for. */
    boolean sharesTests() {
        return root.getTextContent().contains("test-jar");
    }

    /** Returns the modules as they are written, those of profiles as well. */
    List<String> modules() {
        return Stream.concat(
                        XmlElements.all(root, "modules", "module").stream(),
                        XmlElements.all(root, "profiles", "profile", "modules", "module").stream())
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns {@code group:artifact} of the dependencies that are there at run time. */
    List<String> dependencies() {
        return Stream.concat(
                        XmlElements.all(root, "dependencies", "dependency").stream()
                                .filter(
                                        d ->
                                                XmlElements.text(d, "scope")
                                                        .filter("test"::equals)
                                                        .isEmpty())
                                .map(this::coordinates),
                        parent.stream().flatMap(above -> above.dependencies().stream()))
                .distinct()
                .toList();
    }

    /** Returns {@code group:artifact} of the plugins of the build, its own and the inherited. */
    List<String> plugins() {
        return Stream.concat(
                        ownPlugins().stream(), parent.stream().flatMap(p -> p.plugins().stream()))
                .distinct()
                .toList();
    }

    /** Returns the plugins that stand in this file. */
    List<String> ownPlugins() {
        return pluginElements().map(this::coordinates).toList();
    }

    private Stream<Element> pluginElements() {
        return Stream.concat(
                XmlElements.all(root, "build", "plugins", "plugin").stream(),
                XmlElements.all(root, "profiles", "profile", "build", "plugins", "plugin")
                        .stream());
    }

    /** Returns an element of the configuration of a plugin, at any depth. */
    Optional<String> setting(String artifact, String name) {
        return Stream.concat(
                        pluginElements(),
                        XmlElements.all(root, "build", "pluginManagement", "plugins", "plugin")
                                .stream())
                .filter(p -> XmlElements.text(p, "artifactId").filter(artifact::equals).isPresent())
                .map(p -> XmlElements.deep(p, name))
                .flatMap(Optional::stream)
                .map(this::resolved)
                .findFirst()
                .or(() -> parent.flatMap(above -> above.setting(artifact, name)));
    }

    /** Returns the text of this file's configuration of some plugins. */
    List<String> configurations(Set<String> artifacts) {
        return Stream.concat(
                        pluginElements(),
                        XmlElements.all(root, "build", "pluginManagement", "plugins", "plugin")
                                .stream())
                .filter(
                        p ->
                                XmlElements.text(p, "artifactId")
                                        .filter(artifacts::contains)
                                        .isPresent())
                .map(Element::getTextContent)
                .map(this::resolved)
                .toList();
    }

    /** Returns a property with the file that has it. */
    Optional<Sourced<String>> property(String name) {
        return XmlElements.text(root, "properties", name)
                .map(text -> new Sourced<>(resolved(text), path()))
                .or(() -> parent.flatMap(above -> above.property(name)));
    }

    /** Returns the version of what this file inherits from, or imports, or declares. */
    Optional<String> versionOf(String group, String artifact) {
        Stream<Element> places =
                Stream.of(
                                XmlElements.all(root, "parent"),
                                XmlElements.all(
                                        root, "dependencyManagement", "dependencies", "dependency"),
                                XmlElements.all(root, "dependencies", "dependency"),
                                pluginElements().toList())
                        .flatMap(List::stream);
        return places.filter(e -> coordinates(e).equals(group + ":" + artifact))
                .map(e -> XmlElements.text(e, "version"))
                .flatMap(Optional::stream)
                .map(this::resolved)
                .findFirst()
                .or(() -> parent.flatMap(above -> above.versionOf(group, artifact)));
    }

    private String coordinates(Element element) {
        return XmlElements.text(element, "groupId")
                        .map(this::resolved)
                        .orElse("org.apache.maven.plugins")
                + ":"
                + XmlElements.text(element, "artifactId").map(this::resolved).orElse("");
    }

    private String resolved(String text) {
        String result = text;
        for (int i = 0; i < DEPTH; i++) {
            Matcher expression = EXPRESSION.matcher(result);
            if (!expression.find()) {
                return result;
            }
            String name = expression.group(1);
            Optional<String> value = raw(name);
            if (value.isEmpty()) {
                return result;
            }
            result = result.replace("${" + name + "}", value.get());
        }
        return result;
    }

    private Optional<String> raw(String name) {
        return XmlElements.text(root, "properties", name)
                .or(() -> parent.flatMap(above -> above.raw(name)));
    }
}
