package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The variables of the POM and of all files.
 *
 * @param variables the later file wins, and every file wins over the POM
 * @param files the files that were read, weakest first
 * @param findings what cannot be read
 */
record EnvFiles(Variables variables, List<String> files, List<Finding> findings) {
    EnvFiles {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    static EnvFiles read(Request request, Tree tree) {
        List<String> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Variables variables = written(request, findings);
        for (String name : names(request, tree)) {
            Optional<String> text = tree.read(name);
            if (text.isEmpty()) {
                findings.add(missing(name, tree));
                continue;
            }
            EnvFile file = EnvFile.parse(name, text.get());
            variables = new Variables(file.values()).over(variables);
            files.add(name);
            findings.addAll(file.findings());
        }
        return new EnvFiles(variables, files, findings);
    }

    private static Finding missing(String name, Tree tree) {
        boolean there = tree.isFile(name) || tree.isDirectory(name);
        Finding finding =
                there
                        ? Finding.error(
                                "FS-ENV-001",
                                "the file of variables cannot be read",
                                "make it a file that the user who runs Maven may read, in UTF-8")
                        : Finding.error(
                                "FS-ENV-001",
                                "the file of variables is not in the repository",
                                "create it, or correct fullstack.envFile");
        return finding.at(name);
    }

    /** What the POM itself says; every file wins over it. */
    private static Variables written(Request request, List<Finding> findings) {
        Map<String, Sourced<String>> values = new TreeMap<>();
        request.variables()
                .forEach(
                        (name, value) -> {
                            if (EnvFile.NAME.matcher(name).matches()) {
                                values.put(name, new Sourced<>(value, Variables.POM));
                            } else {
                                findings.add(
                                        Finding.error(
                                                        "FS-ENV-007",
                                                        RequestChecks.quote(name)
                                                                + " is no name of a variable",
                                                        "use letters, digits and _ alone, and no"
                                                                + " digit first")
                                                .at(Variables.POM));
                            }
                        });
        return new Variables(values);
    }

    private static List<String> names(Request request, Tree tree) {
        if (request.envFiles().isPresent()) {
            return request.envFiles().get();
        }
        String environment = request.environment().value();
        return List.of(
                        "monorepo.env",
                        "monorepo." + environment.toLowerCase(Locale.ROOT) + ".env",
                        "monorepo." + environment + ".env")
                .stream()
                .distinct()
                .filter(tree::isFile)
                .toList();
    }
}
