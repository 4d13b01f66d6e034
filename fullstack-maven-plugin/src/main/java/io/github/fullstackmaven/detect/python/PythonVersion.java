package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.ToolVersions;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the version of Python: {@code .python-version}, {@code .tool-versions}, {@code mise.toml},
 * {@code runtime.txt}, {@code Pipfile}, {@code requires-python}. A range gives the built-in release
 * when it is inside, since packages have wheels for it; else the newest release inside.
 */
final class PythonVersion {
    private static final Pattern EXACT =
            Pattern.compile("(?:c?python-?)?(3(?:\\.\\d+){0,2})(?:\\.\\*)?");
    private static final Pattern CLAUSE =
            Pattern.compile("\\s*(~=|==|!=|>=|<=|>|<|\\^|~|)\\s*([0-9.*]+)\\s*");

    private final PythonProject project;
    private final PythonBuilds builds;
    private final List<Finding> findings = new ArrayList<>();

    PythonVersion(PythonProject project, PythonBuilds builds) {
        this.project = project;
        this.builds = builds;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the version that the project asks for; empty when it asks for none. */
    Optional<ToolVersion> read() {
        return fromFiles().or(this::fromManifests).flatMap(this::resolved);
    }

    private Optional<Sourced<String>> fromFiles() {
        Tree tree = project.manifests().tree();
        String at = project.directory();
        while (true) {
            String version = RepositoryPath.join(at, ".python-version");
            Optional<String> first = tree.read(version).flatMap(PythonVersion::firstLine);
            if (first.isPresent()) {
                return Optional.of(new Sourced<>(first.get(), version));
            }
            Optional<Sourced<String>> tools = ToolVersions.of(project.manifests(), at, "python");
            if (tools.isPresent()) {
                return tools;
            }
            String runtime = RepositoryPath.join(at, "runtime.txt");
            Optional<String> named =
                    tree.read(runtime)
                            .flatMap(PythonVersion::firstLine)
                            .filter(text -> text.startsWith("python-"));
            if (named.isPresent()) {
                return Optional.of(new Sourced<>(named.get(), runtime));
            }
            if (at.equals(RepositoryPath.ROOT)) {
                return Optional.empty();
            }
            at = RepositoryPath.parent(at);
        }
    }

    private static Optional<String> firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst();
    }

    private Optional<Sourced<String>> fromManifests() {
        String pipfile = project.file("Pipfile");
        for (String key : List.of("requires.python_full_version", "requires.python_version")) {
            if (project.manifests().toml(pipfile).map(t -> t.get(key)).orElse(null)
                    instanceof String text) {
                return Optional.of(new Sourced<>(text, pipfile));
            }
        }
        return project.text("project", "requires-python")
                .or(() -> project.text("tool", "poetry", "dependencies", "python"))
                .map(text -> new Sourced<>(text, project.file("pyproject.toml")));
    }

    private Optional<ToolVersion> resolved(Sourced<String> wanted) {
        Matcher exact = EXACT.matcher(wanted.value());
        if (exact.matches() && exact.group(1).contains(".")) {
            return Optional.of(checked(new ToolVersion("python", exact.group(1), wanted.source())));
        }
        if (allows(wanted.value(), builds.builtInRelease())) {
            return Optional.of(version(builds.builtInRelease(), wanted.source()));
        }
        for (int minor = builds.newestRelease(); minor >= builds.oldestRelease(); minor--) {
            if (allows(wanted.value(), minor)) {
                return Optional.of(version(minor, wanted.source()));
            }
        }
        findings.add(
                Finding.warning(
                                "FS-PYTHON-002",
                                "no supported release of Python is within "
                                        + wanted.value()
                                        + "; 3."
                                        + builds.builtInRelease()
                                        + " is taken",
                                "name a release from 3."
                                        + builds.oldestRelease()
                                        + " to 3."
                                        + builds.newestRelease())
                        .at(wanted.source()));
        return Optional.empty();
    }

    private ToolVersion checked(ToolVersion version) {
        int minor = Integer.parseInt(version.value().split("\\.")[1]);
        if (minor < builds.oldestRelease()) {
            findings.add(
                    Finding.warning(
                                    "FS-PYTHON-003",
                                    "Python 3." + minor + " gets no fixes any more",
                                    "move to 3." + builds.oldestRelease() + " or newer")
                            .at(version.source()));
        }
        return version;
    }

    private static ToolVersion version(int minor, String source) {
        return new ToolVersion("python", "3." + minor, source);
    }

    /** Says whether the newest patch of a release is in a range as of PEP 440 or Poetry. */
    private static boolean allows(String range, int minor) {
        for (String alternative : range.split("\\|\\|?")) {
            boolean every = true;
            for (String clause : alternative.split(",")) {
                every &= clause.isBlank() || holds(clause, minor);
            }
            if (every) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String clause, int minor) {
        Matcher form = CLAUSE.matcher(clause);
        if (!form.matches()) {
            return clause.strip().equals("*");
        }
        String[] parts = form.group(2).split("\\.");
        boolean wholeRelease = parts.length < 3 || parts[2].equals("*");
        if (parts.length < 2 || parts[1].equals("*") || !parts[0].equals("3")) {
            return holdsForMajor(form.group(1), parts[0]);
        }
        int named = Integer.parseInt(parts[1]);
        return switch (form.group(1)) {
            case "==", "" -> minor == named;
            case "!=" -> !(wholeRelease && minor == named);
            case ">=" -> minor >= named;
            case ">" -> wholeRelease ? minor > named : minor >= named;
            case "<=" -> minor <= named;
            case "<" -> minor < named;
            case "~" -> minor == named;
            case "~=" -> parts.length == 2 ? minor >= named : minor == named;
            default -> minor >= named;
        };
    }

    private static boolean holdsForMajor(String operator, String major) {
        return switch (operator) {
            case "<" -> major.compareTo("3") > 0;
            case ">=", "==", "^", "~", "~=", "<=", "" -> major.equals("3");
            default -> true;
        };
    }
}
