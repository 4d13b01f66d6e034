package io.github.fullstackmaven.goal.templates;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.render.TemplateSet;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The templates that a repository has of its own.
 *
 * @param texts their texts by name
 * @param copied what they were copied from
 */
public record OwnTemplates(Map<String, String> texts, Copied copied) {
    /** Reads them. */
    public static OwnTemplates in(Tree repository) {
        Map<String, String> texts = new TreeMap<>();
        for (String name : repository.files(TemplateSet.USER_DIRECTORY)) {
            repository
                    .read(TemplateSet.USER_DIRECTORY + "/" + name)
                    .ifPresent(text -> texts.put(name, text));
        }
        Copied copied = Copied.of(texts.getOrDefault(Copied.FILE, ""));
        texts.remove(Copied.FILE);
        return new OwnTemplates(texts, copied);
    }

    /** Returns how one of them stands to the built-in one. */
    public TemplateState state(String name) {
        return TemplateState.of(
                Optional.ofNullable(texts.get(name)),
                copied.digest(name),
                TemplateSet.builtInText(name));
    }

    /** Returns what is to be said before something is made from them. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(unknown());
        for (String name : texts.keySet()) {
            if (TemplateSet.names().contains(name) && state(name).mayMissSomething()) {
                findings.add(
                        Finding.info(
                                        "FS-TEMPLATE-004",
                                        "the built-in file has changed since this one was copied"
                                                + " from it",
                                        "mvn fullstack:templates says where to compare them")
                                .at(TemplateSet.USER_DIRECTORY + "/" + name));
            }
        }
        return findings;
    }

    /** Returns of which of them nothing is made. */
    public List<Finding> unknown() {
        return texts.keySet().stream()
                .filter(name -> !TemplateSet.names().contains(name))
                .map(name -> unknown(name).at(TemplateSet.USER_DIRECTORY + "/" + name))
                .toList();
    }

    /** Returns that nothing is made from a file of that name. */
    private static Finding unknown(String name) {
        return Finding.warning(
                "FS-TEMPLATE-005",
                "no template is called " + name,
                "correct its name; mvn fullstack:templates -Dfullstack.dryRun lists them all");
    }
}
