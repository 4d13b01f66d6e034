package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Placeholders;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settles what the processes of one unit share: its ports and its directories. In layout {@code
 * single} all of them are in one container.
 */
final class Processes {
    private static final String HOME = "/app/";
    private static final int FIRST_FREE = 3001;

    private final Layout layout;
    private final List<Finding> findings = new ArrayList<>();

    /** Takes how many containers a unit has: it tells where processes bind. */
    Processes(Layout layout) {
        this.layout = layout;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the services with ports that no two of them have, and with what they start. */
    List<Service> settled(List<Service> services) {
        // Each container has ports of its own.
        List<Service> settled = layout == Layout.SINGLE ? ports(services) : services;
        long homes = settled.stream().filter(s -> s.isProcess() && s.partOf().isEmpty()).count();
        return settled.stream().map(s -> s.isProcess() ? started(s, homes > 1) : s).toList();
    }

    private List<Service> ports(List<Service> services) {
        Map<Integer, Integer> owners = new HashMap<>();
        List<Service> settled = new ArrayList<>(services);
        for (int i = 0; i < settled.size(); i++) {
            Service service = settled.get(i);
            if (service.port().isEmpty() || !service.isProcess()) {
                continue;
            }
            int port = service.port().get().value();
            Integer other = owners.putIfAbsent(port, i);
            if (other == null) {
                continue;
            }
            int free = takesAny(service) ? i : other;
            if (!takesAny(settled.get(free))) {
                findings.add(same(settled.get(other), service, port));
                continue;
            }
            int given = next(settled);
            settled.set(
                    free,
                    settled.get(free)
                            .but()
                            .port(
                                    Optional.of(
                                            new Sourced<>(
                                                    given,
                                                    "instead of " + port + ", which is taken")))
                            .service());
            owners.put(given, free);
            owners.put(port, free == i ? other : i);
        }
        return settled;
    }

    private static int next(List<Service> services) {
        Set<Integer> taken = new TreeSet<>();
        services.forEach(s -> s.port().ifPresent(p -> taken.add(p.value())));
        int port = FIRST_FREE;
        while (taken.contains(port)) {
            port++;
        }
        return port;
    }

    /** A port that the user set is not changed. */
    private static boolean takesAny(Service service) {
        boolean set =
                service.port()
                        .map(Sourced::source)
                        .filter(
                                s ->
                                        s.startsWith("fullstack.")
                                                || s.startsWith("<")
                                                || s.startsWith("-D"))
                        .isPresent();
        boolean told =
                service.kind() == ServiceKind.SSR_FRONTEND
                        || service.variables().values().stream().anyMatch(v -> v.contains("{port}"))
                        || service.start().argv().stream().anyMatch(v -> v.contains("{port}"))
                        || service.evidence().stream()
                                .anyMatch(e -> e.rule().endsWith(".port-variable"));
        return told && !set;
    }

    private static Finding same(Service one, Service other, int port) {
        return Finding.error(
                        "FS-ROUTE-002",
                        one.name()
                                + " and "
                                + other.name()
                                + " both listen on port "
                                + port
                                + ", and neither takes its port from the variable PORT",
                        "let one of them read PORT, or set <port> of it to another that its program uses")
                .at(other.path());
    }

    private Service started(Service service, boolean ownHome) {
        Placeholders placeholders = Placeholders.of(service, layout);
        Start start = service.start();
        List<String> argv = new ArrayList<>();
        for (String word : start.argv()) {
            argv.add(placeholders.withPort(word));
        }
        boolean moves = ownHome && !(service.facts() instanceof DockerfileFacts);
        if (moves && !argv.isEmpty() && argv.get(0).startsWith(HOME)) {
            String home = HOME + service.partOf().orElse(service.name()) + "/";
            argv.set(0, home + argv.get(0).substring(HOME.length()));
        }
        return argv.equals(start.argv())
                ? service
                : service.but().start(new Start(start.kind(), argv, start.entry())).service();
    }
}
