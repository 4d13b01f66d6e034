package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A file of variables, read as {@code docker run --env-file} reads it: {@code KEY=value}, the value
 * literally to the end of the line; comments only where a line begins with {@code #}. Values may be
 * secret and are in no finding.
 *
 * @param values name to value, with {@code file:line}
 * @param findings lines that cannot be read
 */
record EnvFile(Map<String, Sourced<String>> values, List<Finding> findings) {
    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    EnvFile {
        values = Map.copyOf(values);
        findings = List.copyOf(findings);
    }

    static EnvFile parse(String file, String text) {
        Map<String, Sourced<String>> values = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].stripLeading();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals);
            if (!NAME.matcher(name).matches()) {
                findings.add(
                        Finding.error(
                                        "FS-ENV-002",
                                        "not of the form KEY=value",
                                        "write a name of letters, digits and _, then =, then the"
                                                + " value; comments begin with # at the start of a"
                                                + " line")
                                .at(file, i + 1));
                continue;
            }
            String value = line.substring(equals + 1);
            if (value.indexOf('\0') >= 0) {
                findings.add(
                        Finding.error(
                                        "FS-ENV-002",
                                        "the value of " + name + " has a zero byte",
                                        "remove it")
                                .at(file, i + 1));
                continue;
            }
            if (value.indexOf('\uFFFD') >= 0) {
                findings.add(
                        Finding.error(
                                        "FS-ENV-002",
                                        "the value of " + name + " is not in UTF-8",
                                        "save the file in UTF-8")
                                .at(file, i + 1));
                continue;
            }
            if (isQuoted(value)) {
                findings.add(
                        Finding.warning(
                                        "FS-ENV-003",
                                        "the value of "
                                                + name
                                                + " is in quotes, which become part of it",
                                        "remove the quotes; a value goes literally to the end of"
                                                + " the line")
                                .at(file, i + 1));
            }
            Sourced<String> before =
                    values.putIfAbsent(name, new Sourced<>(value, file + ":" + (i + 1)));
            if (before != null) {
                findings.add(
                        Finding.error(
                                        "FS-ENV-006",
                                        name + " has a value already, in " + before.source(),
                                        "remove one of the two lines")
                                .at(file, i + 1));
            }
        }
        return new EnvFile(values, findings);
    }

    private static boolean isQuoted(String value) {
        return value.length() >= 2
                && "\"'".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
    }
}
