package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the version of Java: what the build asks for, else {@code .java-version}, {@code
 * .sdkmanrc}, {@code .tool-versions} or {@code system.properties}.
 */
final class JavaVersion {
    /** The oldest version whose tools can put a runtime together. */
    private static final int OLDEST = 11;

    private static final Map<String, Pattern> FILES =
            Map.of(
                    ".java-version", Pattern.compile("(?m)^\\s*(\\S+)"),
                    ".sdkmanrc", Pattern.compile("(?m)^\\s*java\\s*=\\s*(\\S+)"),
                    ".tool-versions", Pattern.compile("(?m)^\\s*java\\s+(\\S+)"),
                    "system.properties",
                            Pattern.compile("(?m)^\\s*java\\.runtime\\.version\\s*=\\s*(\\S+)"));
    private static final List<String> ORDER =
            List.of(".java-version", ".sdkmanrc", ".tool-versions", "system.properties");
    private static final Pattern MAJOR =
            Pattern.compile("(?:.*?[^0-9.])??(?:1\\.)?(\\d{1,2})(?:[._+-].*)?");

    private final Tree tree;
    private final List<Finding> findings = new ArrayList<>();

    JavaVersion(Tree tree) {
        this.tree = tree;
    }

    List<Finding> findings() {
        return findings;
    }

    Optional<ToolVersion> read(JavaModule module, String root) {
        Optional<ToolVersion> wanted =
                module.release()
                        .flatMap(this::version)
                        .or(() -> fromFiles(module.directory(), root));
        if (wanted.isPresent() && Integer.parseInt(wanted.get().value()) < OLDEST) {
            findings.add(
                    Finding.warning(
                                    "FS-JAVA-002",
                                    "Java "
                                            + wanted.get().value()
                                            + " is too old for the image; the built-in version is"
                                            + " taken",
                                    "move to Java " + OLDEST + " or newer")
                            .at(fileOf(wanted.get().source())));
            return Optional.empty();
        }
        return wanted;
    }

    private Optional<ToolVersion> fromFiles(String directory, String root) {
        for (String at : List.of(directory, root, RepositoryPath.ROOT)) {
            for (String name : ORDER) {
                String path = RepositoryPath.join(at, name);
                Matcher line = FILES.get(name).matcher(tree.read(path).orElse(""));
                if (line.find()) {
                    return version(new Sourced<>(line.group(1), path));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ToolVersion> version(Sourced<String> text) {
        Matcher major = MAJOR.matcher(text.value());
        return major.matches()
                ? Optional.of(new ToolVersion("java", major.group(1), text.source()))
                : Optional.empty();
    }

    private static String fileOf(String source) {
        int colon = source.lastIndexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }
}
