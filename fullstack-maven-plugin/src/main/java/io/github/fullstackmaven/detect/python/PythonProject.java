package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The manifests of one Python project: what it is called, what it depends on in production. */
final class PythonProject {
    private final Manifests manifests;
    private final String directory;
    private final Optional<TomlTable> pyproject;
    private final Optional<RequirementFiles> requirementFiles;
    private final Map<String, Requirement> dependencies = new TreeMap<>();

    private PythonProject(Manifests manifests, String directory) {
        this.manifests = manifests;
        this.directory = directory;
        this.pyproject = manifests.toml(file("pyproject.toml"));
        this.requirementFiles =
                RequirementFiles.in(manifests.tree(), directory)
                        .map(name -> RequirementFiles.read(manifests.tree(), file(name)));
        pyproject.ifPresent(this::fromPyproject);
        manifests.toml(file("Pipfile")).ifPresent(this::fromPipfile);
        requirementFiles.ifPresent(read -> read.requirements().forEach(this::add));
        new SetupFiles(manifests.tree(), directory).requirements().forEach(this::add);
    }

    static PythonProject of(Manifests manifests, String directory) {
        return new PythonProject(manifests, directory);
    }

    Manifests manifests() {
        return manifests;
    }

    String directory() {
        return directory;
    }

    /** Returns the path of a file of the project. */
    String file(String name) {
        return RepositoryPath.join(directory, name);
    }

    boolean has(String name) {
        return manifests.tree().isFile(file(name));
    }

    Optional<TomlTable> pyproject() {
        return pyproject;
    }

    /** Returns a table of {@code pyproject.toml}. */
    Optional<TomlTable> table(String... key) {
        return pyproject
                .map(root -> root.get(List.of(key)))
                .filter(TomlTable.class::isInstance)
                .map(TomlTable.class::cast);
    }

    /** Returns a text of {@code pyproject.toml}. */
    Optional<String> text(String... key) {
        return pyproject
                .map(root -> root.get(List.of(key)))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    Optional<RequirementFiles> requirementFiles() {
        return requirementFiles;
    }

    /** Returns the dependencies in production, by normalised name. */
    Map<String, Requirement> dependencies() {
        return dependencies;
    }

    boolean dependsOn(String name) {
        return dependencies.containsKey(name);
    }

    /** Returns name to the manifest that declares it. */
    Map<String, String> declared() {
        Map<String, String> declared = new TreeMap<>();
        dependencies.forEach((name, requirement) -> declared.put(name, requirement.file()));
        return declared;
    }

    /** Returns the commands that the project installs: name to {@code module:function}. */
    Map<String, String> scripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (Optional<TomlTable> table :
                List.of(table("project", "scripts"), table("tool", "poetry", "scripts"))) {
            table.ifPresent(
                    entries ->
                            entries.toMap()
                                    .forEach(
                                            (name, target) -> {
                                                if (target instanceof String text) {
                                                    scripts.put(name, text);
                                                }
                                            }));
        }
        return scripts;
    }

    /** Returns true when the project is a package that is to be installed itself. */
    boolean packaged() {
        boolean refused =
                isFalse("tool", "uv", "package") || isFalse("tool", "poetry", "package-mode");
        boolean wanted =
                table("build-system").isPresent()
                        && (table("project").isPresent() || table("tool", "poetry").isPresent());
        return !refused && wanted;
    }

    /** Returns true when the dependencies are only known after running the build back end. */
    boolean dynamic() {
        Object dynamic = pyproject.map(p -> p.get("project.dynamic")).orElse(null);
        return dynamic instanceof TomlArray names && names.toList().contains("dependencies");
    }

    private boolean isFalse(String... key) {
        return pyproject
                .map(root -> root.get(List.of(key)))
                .filter(Boolean.FALSE::equals)
                .isPresent();
    }

    private void fromPyproject(TomlTable root) {
        String file = file("pyproject.toml");
        if (root.get("project.dependencies") instanceof TomlArray list) {
            texts(list).forEach(text -> Requirement.of(text, file).ifPresent(this::add));
        }
        table("tool", "poetry", "dependencies").ifPresent(table -> fromTable(table, file));
    }

    private void fromPipfile(TomlTable root) {
        if (root.get("packages") instanceof TomlTable table) {
            fromTable(table, file("Pipfile"));
        }
    }

    private void fromTable(TomlTable table, String file) {
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            String name = Requirement.normal(entry.getKey());
            List<String> extras =
                    entry.getValue() instanceof TomlTable detail
                                    && detail.get("extras") instanceof TomlArray list
                            ? texts(list).stream().map(Requirement::normal).toList()
                            : List.of();
            if (!name.equals("python")) {
                add(new Requirement(name, extras, file));
            }
        }
    }

    private void add(Requirement requirement) {
        dependencies.merge(
                requirement.name(),
                requirement,
                (one, other) -> one.extras().size() >= other.extras().size() ? one : other);
    }

    private static List<String> texts(TomlArray array) {
        List<String> texts = new ArrayList<>();
        for (Object item : array.toList()) {
            if (item instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }
}
