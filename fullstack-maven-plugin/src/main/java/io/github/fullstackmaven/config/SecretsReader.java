package io.github.fullstackmaven.config;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the settings that name secrets, never the secrets themselves. */
final class SecretsReader {
    private final Settings settings;
    private final UnaryOperator<String> resolved;
    private final List<Finding> findings;

    /**
     * A reader of these settings.
     *
     * @param resolved makes the path of a file absolute
     * @param findings takes what has a wrong form
     */
    SecretsReader(Settings settings, UnaryOperator<String> resolved, List<Finding> findings) {
        this.settings = settings;
        this.resolved = resolved;
        this.findings = findings;
    }

    /** Returns the files of build secrets, by id. */
    Map<String, Sourced<String>> forTheBuild() {
        Map<String, Sourced<String>> secrets = new LinkedHashMap<>();
        settings.text("buildSecrets")
                .ifPresent(
                        s -> {
                            for (String part : RequestReader.commaSeparated(s.value())) {
                                String[] idAndFile = part.split("\\s*=\\s*", 2);
                                if (idAndFile.length < 2
                                        || !idAndFile[0].matches("[a-z][a-z0-9-]*")) {
                                    findings.add(
                                            Finding.error(
                                                            "FS-CONFIG-008",
                                                            "'" + part + "' names no build secret",
                                                            "write ID=file, several separated by"
                                                                    + " commas: npmrc=secrets/npmrc")
                                                    .at(s.source()));
                                } else {
                                    secrets.put(
                                            idAndFile[0], s.map(v -> resolved.apply(idAndFile[1])));
                                }
                            }
                        });
        return secrets;
    }

    /**
     * Returns where the secrets of the running application come from, by name: a file, or {@code
     * env:} and a variable.
     */
    Map<String, Sourced<String>> atRunTime() {
        Map<String, Sourced<String>> secrets = new LinkedHashMap<>();
        settings.text("secrets")
                .ifPresent(
                        s ->
                                RequestReader.commaSeparated(s.value())
                                        .forEach(part -> secret(s, part, secrets)));
        return secrets;
    }

    private void secret(
            Sourced<String> setting, String part, Map<String, Sourced<String>> secrets) {
        String[] nameAndSource = part.split("\\s*=\\s*", 2);
        boolean wellFormed =
                nameAndSource.length == 2
                        && nameAndSource[0].matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}")
                        && nameAndSource[1].matches("env:[A-Za-z_][A-Za-z0-9_]*|(?!env:).+");
        if (!wellFormed || secrets.containsKey(nameAndSource[0])) {
            findings.add(
                    Finding.error(
                                    "FS-SECRET-003",
                                    "'"
                                            + part
                                            + (wellFormed
                                                    ? "' names a secret a second time"
                                                    : "' names no secret"),
                                    "write NAME=file or NAME=env:VARIABLE, several separated by"
                                            + " commas")
                            .at(setting.source()));
            return;
        }
        String source = nameAndSource[1];
        secrets.put(
                nameAndSource[0],
                setting.map(v -> source.startsWith("env:") ? source : resolved.apply(source)));
    }

    /** Returns the secret whose value a variable of the running application has, by variable. */
    Map<String, Sourced<String>> variables() {
        Map<String, Sourced<String>> variables = new LinkedHashMap<>();
        Optional<Sourced<String>> setting = settings.text("secretVariables");
        for (String part :
                setting.map(s -> RequestReader.commaSeparated(s.value())).orElse(List.of())) {
            String[] nameAndSecret = part.split("\\s*=\\s*", 2);
            if (nameAndSecret.length < 2
                    || nameAndSecret[1].isEmpty()
                    || variables.containsKey(nameAndSecret[0])) {
                findings.add(
                        Finding.error(
                                        "FS-SECRET-007",
                                        "'"
                                                + part
                                                + (nameAndSecret.length == 2
                                                                && variables.containsKey(
                                                                        nameAndSecret[0])
                                                        ? "' names a variable a second time"
                                                        : "' names no variable and its secret"),
                                        "write VARIABLE=SECRET, several separated by commas; the"
                                                + " secret is one of fullstack.secrets")
                                .at(setting.get().source()));
            } else {
                variables.put(nameAndSecret[0], setting.get().map(v -> nameAndSecret[1]));
            }
        }
        return variables;
    }
}
