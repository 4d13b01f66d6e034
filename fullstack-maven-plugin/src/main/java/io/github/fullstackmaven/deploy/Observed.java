package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is there, as far as one application and environment is concerned.
 *
 * @param edge the edge
 * @param slot the release in the slot file, {@code r3}; empty for none
 * @param generation the release that the running edge serves; empty for none
 * @param units the units, running or not, by release
 * @param upstreams the releases that the edge has a way to
 * @param records the release records
 * @param sites the applications on this edge
 * @param certificates the certificates that the edge has for it, by digest
 * @param volumes which of the application's volumes are there
 * @param lockHolder who deploys just now
 */
public record Observed(
        EdgeState edge,
        String slot,
        String generation,
        List<Unit> units,
        List<String> upstreams,
        List<ReleaseRecord> records,
        List<Site> sites,
        List<String> certificates,
        Set<String> volumes,
        Optional<String> lockHolder) {

    /**
     * The edge.
     *
     * @param container whether its container is there
     * @param running whether it runs
     * @param image whether its image is on the engine
     * @param network whether its network is there
     * @param volume whether its volume is there
     * @param httpsPort the port for TLS that it publishes
     * @param version the version of its configuration; 0 for none
     */
    public record EdgeState(
            boolean container,
            boolean running,
            boolean image,
            boolean network,
            boolean volume,
            OptionalInt httpsPort,
            int version) {}

    /**
     * The container of a release.
     *
     * @param release the release
     * @param name the container's name
     * @param containerId the container's id
     * @param imageId its image
     * @param model the hash of its model
     * @param status as the engine says it
     * @param health what the engine's check found; absent without a check
     * @param since when it was started
     */
    public record Unit(
            String release,
            String name,
            String containerId,
            String imageId,
            String model,
            String status,
            Optional<String> health,
            String since) {
        boolean isRunning() {
            return status.equals("running");
        }

        boolean isUnhealthy() {
            return health.filter("unhealthy"::equals).isPresent();
        }
    }

    /** What it takes to make a past release again. */
    public record ReleaseRecord(String release, String imageId) {}

    /**
     * An application on the edge.
     *
     * @param application its name
     * @param environment its environment
     * @param domain its host name; {@code -} for the default application
     * @param tls whether it has TLS
     * @param digest the digest of its file; empty for the sites of others
     * @param fault why the edge does not serve it, or will not after its next start
     */
    public record Site(
            String application,
            String environment,
            String domain,
            boolean tls,
            String digest,
            Optional<String> fault) {
        /** A site of which no more is known. */
        public Site(String application, String environment, String domain, boolean tls) {
            this(application, environment, domain, tls, "", Optional.empty());
        }

        Site withDigest(String known) {
            return new Site(application, environment, domain, tls, known, fault);
        }

        Site withFault(String known) {
            return new Site(application, environment, domain, tls, digest, Optional.of(known));
        }

        boolean isOf(Application owner) {
            return application.equals(owner.name()) && environment.equals(owner.environmentId());
        }

        /** What names of its engine objects are made of. */
        String id() {
            return application + "-" + environment;
        }
    }

    public Observed {
        units = List.copyOf(units);
        upstreams = List.copyOf(upstreams);
        records = List.copyOf(records);
        sites = List.copyOf(sites);
        certificates = List.copyOf(certificates);
        volumes = Set.copyOf(volumes);
    }

    /** Returns the release that is served, or will be as soon as the edge runs; empty for none. */
    public String live() {
        return edge.running() ? generation : slot;
    }

    /** Returns the unit of a release. */
    public Optional<Unit> unit(String release) {
        return units.stream().filter(u -> u.release().equals(release)).findFirst();
    }

    /** Returns the release that comes after all that were ever heard of. */
    String nextRelease() {
        int last =
                Stream.of(
                                Stream.of(slot, generation),
                                units.stream().map(Unit::release),
                                upstreams.stream(),
                                records.stream().map(ReleaseRecord::release))
                        .flatMap(all -> all)
                        .map(Names::number)
                        .max(Comparator.naturalOrder())
                        .orElse(0);
        return "r" + (last + 1);
    }
}
