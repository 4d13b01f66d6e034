package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settles where a back end listens: the user's port, {@code PORT} of the env file, the sources. */
final class Ports {
    /** What a program is given that takes its port from a variable and names no other. */
    private static final int ANY = 3000;

    private final Variables variables;
    private final List<DevProxy> proxies;
    private final List<Finding> findings = new ArrayList<>();

    Ports(Variables variables, List<DevProxy> proxies) {
        this.variables = variables;
        this.proxies = List.copyOf(proxies);
    }

    List<Finding> findings() {
        return findings;
    }

    Service settled(Service service, Optional<Sourced<Integer>> set) {
        Optional<Sourced<Integer>> inFile = fromFile();
        if (set.isPresent()
                && inFile.isPresent()
                && !set.get().value().equals(inFile.get().value())) {
            findings.add(
                    Finding.error(
                                    "FS-ENV-005",
                                    "PORT is not the back end's port "
                                            + set.get().value()
                                            + ", which "
                                            + set.get().source()
                                            + " sets",
                                    "remove one of the two")
                            .at(file(inFile.get()), line(inFile.get())));
        }
        Optional<Sourced<Integer>> port =
                set.or(() -> inFile).or(service::port).or(() -> supposed(service));
        if (port.isEmpty() && service.output().isPresent()) {
            findings.add(
                    Finding.error(
                                    "FS-DETECT-005",
                                    "no port could be read from the sources of the back end",
                                    "set fullstack.backendPort")
                            .at(service.path()));
        }
        return service.but().port(port).service();
    }

    /** The sources name no port: the dev proxy's, or any if the program takes what it is given. */
    private Optional<Sourced<Integer>> supposed(Service service) {
        Optional<String> takesAny =
                service.evidence().stream()
                        .filter(evidence -> evidence.rule().endsWith(".port-variable"))
                        .map(Evidence::file)
                        .findFirst();
        Optional<DevProxy> proxy =
                proxies.stream().filter(p -> p.targetPort().isPresent()).findFirst();
        if (proxy.isEmpty()) {
            return takesAny.map(file -> new Sourced<>(ANY, file + ": PORT"));
        }
        int port = proxy.get().targetPort().orElseThrow();
        if (takesAny.isEmpty()) {
            findings.add(
                    Finding.warning(
                                    "FS-DETECT-008",
                                    "the port "
                                            + port
                                            + " of the back end is only known from the dev proxy",
                                    "set fullstack.backendPort, and the variable that the program"
                                            + " reads in monorepo.env")
                            .at(proxy.get().file(), proxy.get().line()));
        }
        return Optional.of(new Sourced<>(port, proxy.get().source()));
    }

    private Optional<Sourced<Integer>> fromFile() {
        Sourced<String> text = variables.values().get("PORT");
        if (text == null) {
            return Optional.empty();
        }
        if (text.value().matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text.value());
            if (port >= 1 && port <= 65535) {
                return Optional.of(text.map(same -> port));
            }
        }
        findings.add(
                Finding.error("FS-ENV-004", "PORT is not a port", "write a number from 1 to 65535")
                        .at(file(text), line(text)));
        return Optional.empty();
    }

    private static String file(Sourced<?> value) {
        return value.source().substring(0, value.source().lastIndexOf(':'));
    }

    private static int line(Sourced<?> value) {
        return Integer.parseInt(value.source().substring(value.source().lastIndexOf(':') + 1));
    }
}
