package io.github.fullstackmaven.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The templates: the user's own where there is one, else the built-in one. Files without {@code
 * .vm} are copied as they are.
 */
public final class TemplateSet {
    /** Where a repository keeps templates of its own. */
    public static final String USER_DIRECTORY = "src/fullstack/templates";

    /** The templates that come with this tool, below {@link #BUILT_IN_DIRECTORY}. */
    public static final String BUILT_IN_DIRECTORY = "META-INF/fullstack/templates";

    /** The files that a repository may have of its own. What the edge runs is not among them. */
    private static final List<String> NAMES =
            List.of(
                    "Dockerfile.vm",
                    "compose.yaml.vm",
                    "csp.conf.vm",
                    "dockerignore.vm",
                    "fullstack-elf-guard",
                    "fullstack-gateway",
                    "fullstack-kept-crates",
                    "fullstack-local-crates",
                    "fullstack-nix",
                    "fullstack-probe",
                    "fullstack-secrets",
                    "fullstack-supervisor",
                    "mime.types",
                    "nginx.conf.vm",
                    "security-headers.conf",
                    "supervisor.conf.vm",
                    "upstreams.conf.vm");

    private final Map<String, String> own;

    /**
     * Takes a repository's own templates.
     *
     * @param own file name to text; the names are those of the built-in templates
     */
    public TemplateSet(Map<String, String> own) {
        this.own = new TreeMap<>(own);
    }

    /** Returns the built-in templates alone. */
    public static TemplateSet builtIn() {
        return new TemplateSet(Map.of());
    }

    /** Returns the names of the files that a repository may have of its own, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** Returns one of those as it comes with this tool. */
    public static String builtInText(String name) {
        String text = builtIn(name);
        if (text == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return text;
    }

    /** Returns a template's text, line ends as they are in Unix; empty when there is none. */
    Optional<String> find(String name) {
        String text = own.get(name);
        return Optional.ofNullable(text == null ? builtIn(name) : text)
                .map(t -> t.replace("\r\n", "\n"));
    }

    /** Returns a file that is copied as it is. */
    String verbatim(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no file " + name));
    }

    /** Returns where a template comes from, for messages. */
    String place(String name) {
        return (own.containsKey(name) ? USER_DIRECTORY : BUILT_IN_DIRECTORY) + "/" + name;
    }

    private static String builtIn(String name) {
        String resource = "/" + BUILT_IN_DIRECTORY + "/" + name;
        try (InputStream in = TemplateSet.class.getResourceAsStream(resource)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
