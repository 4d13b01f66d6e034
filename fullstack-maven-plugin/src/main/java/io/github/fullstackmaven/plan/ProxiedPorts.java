package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A back end of which only its framework's usual port is known, beside a dev proxy that hands
 * requests on to a port that no other back end has: that port is meant.
 */
final class ProxiedPorts {
    private final List<DevProxy> proxies;

    ProxiedPorts(List<DevProxy> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /** Returns the services, one of them perhaps with the port of a dev proxy. */
    List<Service> settled(List<Service> services) {
        Set<Integer> claimed = new LinkedHashSet<>();
        List<Service> unsure = new ArrayList<>();
        for (Service service : services) {
            if (service.kind() == ServiceKind.BACKEND && isUsual(service)) {
                unsure.add(service);
            } else {
                service.port().ifPresent(port -> claimed.add(port.value()));
            }
        }
        List<DevProxy> open =
                proxies.stream()
                        .filter(p -> p.targetPort().isPresent())
                        .filter(p -> !claimed.contains(p.targetPort().getAsInt()))
                        .toList();
        long ports = open.stream().map(p -> p.targetPort().getAsInt()).distinct().count();
        if (unsure.size() != 1 || ports != 1) {
            return services;
        }
        Service one = unsure.get(0);
        DevProxy proxy = open.get(0);
        Sourced<Integer> port = new Sourced<>(proxy.targetPort().getAsInt(), proxy.source());
        return services.stream()
                .map(s -> s.equals(one) ? s.but().port(Optional.of(port)).service() : s)
                .toList();
    }

    /** Only where its start takes the port that it is given. */
    private static boolean isUsual(Service service) {
        boolean usual =
                service.port().map(Sourced::source).filter(s -> s.startsWith("rule ")).isPresent();
        boolean told =
                service.start().argv().stream().anyMatch(word -> word.contains("{port}"))
                        || service.variables().values().stream()
                                .anyMatch(value -> value.contains("{port}"));
        return usual && told;
    }
}
