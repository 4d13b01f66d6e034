package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The variables of all files.
 *
 * @param variables the later file wins
 * @param files the files that were read, weakest first
 * @param findings what cannot be read
 */
record EnvFiles(Variables variables, List<String> files, List<Finding> findings) {
    EnvFiles {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    static EnvFiles read(Request request, Tree tree) {
        Variables variables = Variables.NONE;
        List<String> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String name : names(request, tree)) {
            Optional<String> text = tree.read(name);
            if (text.isEmpty()) {
                findings.add(
                        Finding.error(
                                        "FS-ENV-001",
                                        "the file of variables is not in the repository",
                                        "create it, or correct fullstack.envFile")
                                .at(name));
                continue;
            }
            EnvFile file = EnvFile.parse(name, text.get());
            variables = new Variables(file.values()).over(variables);
            files.add(name);
            findings.addAll(file.findings());
        }
        return new EnvFiles(variables, files, findings);
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
