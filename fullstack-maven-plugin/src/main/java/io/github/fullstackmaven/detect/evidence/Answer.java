package io.github.fullstackmaven.detect.evidence;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import java.util.List;

/**
 * What was found in one directory.
 *
 * @param service the service, as far as it could be made out
 * @param workers other processes of the same program; built with it
 * @param proxies what its dev server hands on
 * @param findings what is to be said about it
 */
public record Answer(
        Service service, List<Service> workers, List<DevProxy> proxies, List<Finding> findings) {
    /** A service without workers. */
    public Answer(Service service, List<DevProxy> proxies, List<Finding> findings) {
        this(service, List.of(), proxies, findings);
    }

    public Answer {
        workers = List.copyOf(workers);
        proxies = List.copyOf(proxies);
        findings = List.copyOf(findings);
    }
}
