package io.github.fullstackmaven.report;

import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Service;
import java.util.stream.Collectors;

/** Prints a plan for a person: a line a service, a line a route, then what is to be said. */
public final class PlanTable {
    private PlanTable() {}

    /** Prints the whole plan. */
    public static void print(Plan plan, Console console) {
        Table services =
                new Table("SERVICE", "KIND", "BUILT WITH", "VERSION", "PORT", "HEALTH", "SURE");
        plan.application().services().forEach(service -> row(services, service));
        services.lines().forEach(console::info);
        plan.application()
                .routes()
                .forEach(
                        r ->
                                console.info(
                                        "route "
                                                + r.path()
                                                + " -> "
                                                + r.service()
                                                + (r.stripPrefix() ? ", prefix taken off" : "")
                                                + " ["
                                                + r.source()
                                                + "]"));
        plan.application()
                .surroundings()
                .accessories()
                .forEach(a -> console.info("accessory " + a.name() + ": " + a.image()));
        findings(plan, console);
    }

    private static void row(Table services, Service s) {
        services.row(
                s.name() + (s.path().equals(s.name()) ? "" : " in " + s.path()),
                s.kind().id(),
                s.framework().map(f -> f + ", ").orElse("")
                        + s.packageManager().orElse(s.ecosystem().id()),
                s.versions().stream()
                        .limit(1)
                        .map(v -> v.tool() + " " + v.value() + from(s, v.source()))
                        .collect(Collectors.joining()),
                s.port().map(p -> p.value() + from(s, p.source())).orElse(""),
                s.health().map(h -> h.path() + from(s, h.source())).orElse(""),
                s.accuracy().id());
    }

    /** A file of the service is named as it is seen from there. */
    private static String from(Service service, String source) {
        String below = service.path() + "/";
        return " (" + (source.startsWith(below) ? source.substring(below.length()) : source) + ")";
    }

    /** Prints what is to be said, except what will end the goal and is printed then. */
    public static void findings(Plan plan, Console console) {
        plan.findings().stream().filter(f -> !f.isError()).forEach(console::finding);
    }
}
