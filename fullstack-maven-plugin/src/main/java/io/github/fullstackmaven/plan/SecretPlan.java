package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The secrets of a unit, and the variables that hold them. */
final class SecretPlan {
    /** What these begin with is the tool's own. */
    private static final String RESERVED = "FULLSTACK_";

    private final Request request;
    private final Variables variables;
    private final List<Finding> findings = new ArrayList<>();

    SecretPlan(Request request, Variables variables) {
        this.request = request;
        this.variables = variables;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Secret> secrets() {
        new TreeMap<>(request.secretVariables()).forEach(this::check);
        return new TreeMap<>(request.secrets())
                .entrySet().stream()
                        .map(
                                e ->
                                        new Secret(
                                                e.getKey(),
                                                e.getValue().value(),
                                                Optional.empty(),
                                                holding(e.getKey())))
                        .toList();
    }

    private List<String> holding(String secret) {
        return request.secretVariables().entrySet().stream()
                .filter(e -> e.getValue().value().equals(secret))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void check(String name, Sourced<String> secret) {
        if (!EnvFile.NAME.matcher(name).matches()
                || name.toUpperCase(Locale.ROOT).startsWith(RESERVED)) {
            refuse(
                    secret,
                    "'" + name + "' cannot be the name of a variable that holds a secret",
                    "use letters, digits and underscores, none of the digits first, and no name"
                            + " that begins with "
                            + RESERVED);
        } else if (!request.secrets().containsKey(secret.value())) {
            refuse(
                    secret,
                    "the variable "
                            + name
                            + " is to hold a secret that nobody names: "
                            + secret.value(),
                    "name it in fullstack.secrets, or take the variable out");
        } else if (variables.names().contains(name)) {
            refuse(
                    secret,
                    "the variable "
                            + name
                            + " is to hold the secret "
                            + secret.value()
                            + ", and "
                            + variables.values().get(name).source()
                            + " says another value",
                    "say it in one place");
        }
    }

    private void refuse(Sourced<String> secret, String what, String remedy) {
        findings.add(Finding.error("FS-SECRET-007", what, remedy).at(secret.source()));
    }
}
