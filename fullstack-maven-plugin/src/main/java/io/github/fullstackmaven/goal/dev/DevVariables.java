package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.SecretVariables;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitVariables;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the programs find in their environment: what they would in a unit, as far as it fits. */
final class DevVariables {
    private final Application application;

    /**
     * Takes the application.
     *
     * @param application with what its secrets hold
     * @param entryPort the port that a person opens
     */
    DevVariables(Application application, int entryPort) {
        this.application =
                application
                        .at(Optional.empty(), Optional.empty(), new Edge(false, entryPort, 443))
                        .but()
                        .layout(Layout.SINGLE)
                        .application();
    }

    /** Returns the variables of a process. */
    Map<String, String> of(Service process) {
        Map<String, String> all = new TreeMap<>(UnitVariables.all(application, process));
        all.remove(SecretVariables.NAMES);
        all.computeIfPresent("NODE_ENV", (name, value) -> ofTheirs(name, "development"));
        all.replaceAll((name, value) -> here(value));
        for (Secret secret : application.surroundings().secrets()) {
            String value =
                    new String(
                            Base64.getDecoder().decode(secret.content().orElse("")),
                            StandardCharsets.UTF_8);
            secret.variables().forEach(variable -> all.put(variable, value));
        }
        return all;
    }

    /** Returns the variables of the front end's dev server: what its build would be told. */
    Map<String, String> ofPages(Service pages, Optional<Route> handedOn) {
        Map<String, String> all = new TreeMap<>();
        if (pages.isProcess()) {
            all.putAll(of(pages));
        }
        if (pages.facts() instanceof NodeFacts node) {
            all.putAll(node.environment());
            node.publicVariables().stream()
                    .filter(application.variables().values()::containsKey)
                    .forEach(n -> all.put(n, application.variables().values().get(n).value()));
            handedOn.ifPresent(
                    route ->
                            node.apiBases()
                                    .forEach(b -> all.put(b.variable(), b.value(route.path()))));
        }
        all.put("BROWSER", "none");
        return all;
    }

    /** What the env file says counts here as well. */
    private String ofTheirs(String name, String otherwise) {
        return application.variables().values().containsKey(name)
                ? application.variables().values().get(name).value()
                : otherwise;
    }

    /** A variable that names a secret's file in a unit names the file that it comes from. */
    private String here(String value) {
        return application.surroundings().secrets().stream()
                .filter(secret -> value.equals(Secret.DIRECTORY + "/" + secret.name()))
                .filter(secret -> secret.variable().isEmpty())
                .map(Secret::source)
                .findFirst()
                .orElse(value);
    }
}
