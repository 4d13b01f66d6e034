package io.github.fullstackmaven.goal.init;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tomlj.TomlTable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Derives a groupId and a version from what a repository says of itself. */
public final class Coordinates {
    private static final Sourced<String> ANY_GROUP = Sourced.byDefault("com.example");
    private static final Sourced<String> FIRST_VERSION = Sourced.byDefault("1.0-SNAPSHOT");

    private static final Pattern REMOTE =
            Pattern.compile(
                    "(?:[a-z+]+://)?(?:[^@/]*@)?([A-Za-z0-9.-]+)(?::[0-9]+(?=/))?[:/]+([^/:]+)/.*");
    private static final Pattern NUMERIC_HOST = Pattern.compile("[0-9.]+");
    private static final Set<String> FORGES = Set.of("github.com", "gitlab.com");

    /** What Maven takes for a version and an engine for a tag, apart from {@code +}. */
    private static final Pattern VERSION =
            Pattern.compile("(?=.{1,60}$)[0-9]+(?:\\.[0-9]+)*(?:[.+-][0-9A-Za-z]+)*");

    /** What generators write where nobody has thought of a version yet. */
    private static final Pattern UNSTATED = Pattern.compile("0+(?:\\.0+)*");

    private final Manifests manifests;
    private final List<Service> services;

    /** Takes the repository's manifests, and the services whose versions count, in order. */
    public Coordinates(Manifests manifests, List<Service> services) {
        this.manifests = manifests;
        this.services =
                Stream.concat(
                                services.stream().filter(Service::isBackend),
                                services.stream().filter(s -> !s.isBackend()))
                        .toList();
    }

    /**
     * Returns the groupId: that of a Java back end, else one from the place where the repository
     * lives, else {@code com.example}.
     */
    public Sourced<String> groupId(Optional<String> remote) {
        for (Service service : services) {
            String path = RepositoryPath.join(service.path(), "pom.xml");
            Optional<String> own =
                    manifests
                            .xml(path)
                            .flatMap(
                                    pom ->
                                            text(pom, "groupId")
                                                    .or(
                                                            () ->
                                                                    child(pom, "parent")
                                                                            .flatMap(
                                                                                    p ->
                                                                                            text(
                                                                                                    p,
                                                                                                    "groupId"))))
                            .filter(id -> id.matches("[A-Za-z0-9_.-]+"));
            if (own.isPresent()) {
                return new Sourced<>(own.get(), path);
            }
        }
        return remote.flatMap(Coordinates::groupOf)
                .map(id -> new Sourced<>(id, "the git remote"))
                .orElse(ANY_GROUP);
    }

    /** Returns the version that a manifest states, the repository's own first. */
    public Sourced<String> version() {
        List<String> directories = new ArrayList<>(List.of(RepositoryPath.ROOT));
        services.forEach(service -> directories.add(service.path()));
        return directories.stream()
                .distinct()
                .flatMap(this::stated)
                .filter(version -> VERSION.matcher(version.value()).matches())
                .filter(version -> !UNSTATED.matcher(version.value()).matches())
                .findFirst()
                .orElse(FIRST_VERSION);
    }

    /** {@code git@github.com:acme/shop.git} is {@code io.github.acme}. */
    static Optional<String> groupOf(String remote) {
        Matcher parts = REMOTE.matcher(remote);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        List<String> labels = new ArrayList<>(List.of(host.split("\\.")));
        if (labels.size() < 2 || NUMERIC_HOST.matcher(host).matches()) {
            return Optional.empty();
        }
        boolean shared = labels.size() == 2;
        if (FORGES.contains(host)) {
            labels.set(1, "io");
        } else if (!shared) {
            labels.remove(0);
        }
        Collections.reverse(labels);
        if (shared) {
            labels.add(parts.group(2).toLowerCase(Locale.ROOT));
        }
        String group =
                String.join(".", labels).replaceAll("[^a-z0-9_.-]", "").replaceAll("\\.+$", "");
        return Optional.of(group).filter(id -> id.contains("."));
    }

    private Stream<Sourced<String>> stated(String directory) {
        String json = RepositoryPath.join(directory, "package.json");
        String cargo = RepositoryPath.join(directory, "Cargo.toml");
        String python = RepositoryPath.join(directory, "pyproject.toml");
        String pom = RepositoryPath.join(directory, "pom.xml");
        return Stream.of(
                        manifests
                                .json(json)
                                .map(root -> root.path("version"))
                                .filter(JsonNode::isTextual)
                                .map(version -> new Sourced<>(version.textValue(), json)),
                        toml(cargo, "package").or(() -> toml(cargo, "workspace", "package")),
                        toml(python, "project").or(() -> toml(python, "tool", "poetry")),
                        manifests
                                .xml(pom)
                                .flatMap(root -> text(root, "version"))
                                .map(version -> new Sourced<>(version, pom)))
                .flatMap(Optional::stream);
    }

    private Optional<Sourced<String>> toml(String path, String... tables) {
        Optional<TomlTable> table = manifests.toml(path);
        for (String name : tables) {
            table = table.filter(t -> t.isTable(name)).map(t -> t.getTable(name));
        }
        return table.filter(t -> t.isString("version"))
                .map(t -> new Sourced<>(t.getString("version"), path));
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name)
                .map(Element::getTextContent)
                .map(String::strip)
                .filter(s -> !s.isEmpty());
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
