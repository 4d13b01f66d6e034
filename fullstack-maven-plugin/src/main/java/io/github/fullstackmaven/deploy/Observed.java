package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitPart;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * @param trace what the journal says
 * @param room what is free where the engine keeps its files; absent when that is not known
 * @param lockHolder who deploys just now
 * @param beside what else there is of it
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
        Trace trace,
        Optional<Room> room,
        Optional<String> lockHolder,
        Beside beside) {

    /** Takes what there is where nothing else is. */
    public Observed(
            EdgeState edge,
            String slot,
            String generation,
            List<Unit> units,
            List<String> upstreams,
            List<ReleaseRecord> records,
            List<Site> sites,
            List<String> certificates,
            Set<String> volumes,
            Trace trace,
            Optional<Room> room,
            Optional<String> lockHolder) {
        this(
                edge,
                slot,
                generation,
                units,
                upstreams,
                records,
                sites,
                certificates,
                volumes,
                trace,
                room,
                lockHolder,
                Beside.NOTHING);
    }

    /**
     * What is there of an application besides its units.
     *
     * @param hooks the containers of hooks
     * @param secrets the volumes with secrets of releases
     * @param accessories its accessories, wanted or not
     * @param network whether its own network is there, as far as that matters
     * @param images the images of wanted accessories that the engine has
     */
    public record Beside(
            List<String> hooks,
            List<String> secrets,
            List<Accessory> accessories,
            boolean network,
            Set<String> images) {
        static final Beside NOTHING = new Beside(List.of(), List.of());

        public Beside {
            hooks = List.copyOf(hooks);
            secrets = List.copyOf(secrets);
            accessories = List.copyOf(accessories);
            images = Set.copyOf(images);
        }

        /** Takes what there is where there are no accessories. */
        public Beside(List<String> hooks, List<String> secrets) {
            this(hooks, secrets, List.of(), false, Set.of());
        }
    }

    /**
     * The container of an accessory.
     *
     * @param name the accessory's name
     * @param container the container's name
     * @param id the container's id
     * @param image the name of its image
     * @param definition the hash of what it was made from
     * @param status as the engine says it
     * @param health what the engine's check found; absent without a check
     */
    public record Accessory(
            String name,
            String container,
            String id,
            String image,
            String definition,
            String status,
            Optional<String> health) {
        boolean isRunning() {
            return status.equals("running");
        }

        /** Returns how it is, for people. */
        String state() {
            return status + health.map(h -> " (" + h + ")").orElse("");
        }
    }

    /** Returns the same with something besides the units. */
    Observed with(Beside others) {
        return new Observed(
                edge,
                slot,
                generation,
                units,
                upstreams,
                records,
                sites,
                certificates,
                volumes,
                trace,
                room,
                lockHolder,
                others);
    }

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
     * @param unsettled what is left of an upgrade that was cut off
     * @param holder the container that holds its ports, where that is another one
     */
    public record EdgeState(
            boolean container,
            boolean running,
            boolean image,
            boolean network,
            boolean volume,
            OptionalInt httpsPort,
            int version,
            Optional<String> unsettled,
            Optional<String> holder) {}

    /**
     * A container of a unit.
     *
     * @param role {@code app}, {@code gateway}, or the name of a process
     * @param name the container's name
     * @param id the container's id
     * @param imageId its image
     * @param model the hash of its unit's model
     * @param status as the engine says it
     * @param health what the engine's check found; absent without a check
     * @param since when it was started
     */
    public record Container(
            String role,
            String name,
            String id,
            String imageId,
            String model,
            String status,
            Optional<String> health,
            String since) {
        boolean isRunning() {
            return status.equals("running");
        }

        private boolean isReached() {
            return role.equals(UnitPart.APP) || role.equals(UnitPart.GATEWAY);
        }
    }

    /**
     * The containers of a release; some may be missing.
     *
     * @param release the release
     * @param containers at least one; what the edge talks to comes first
     */
    public record Unit(String release, List<Container> containers) {
        public Unit {
            containers =
                    containers.stream()
                            .sorted(
                                    Comparator.comparing(Container::isReached)
                                            .reversed()
                                            .thenComparing(Container::name))
                            .toList();
        }

        /** Returns the names of the containers that are there, and of the one it is named after. */
        UnitName name() {
            return new UnitName(
                    ownName(),
                    containers.stream().filter(c -> !c.isReached()).map(Container::name).toList());
        }

        private String ownName() {
            Container first = containers.get(0);
            String suffix = "-" + first.role();
            return first.isReached() || !first.name().endsWith(suffix)
                    ? first.name()
                    : first.name().substring(0, first.name().length() - suffix.length());
        }

        /** Returns true when one of the containers has that name. */
        boolean has(String name) {
            return containers.stream().anyMatch(c -> c.name().equals(name));
        }

        /** Returns the hash of the model; empty when the containers are of several. */
        String model() {
            List<String> models = containers.stream().map(Container::model).distinct().toList();
            return models.size() == 1 ? models.get(0) : "";
        }

        /** Returns the image of what the edge talks to. */
        String imageId() {
            return containers.get(0).imageId();
        }

        List<String> imageIds() {
            return containers.stream().map(Container::imageId).distinct().toList();
        }

        /** Returns role to image. */
        Map<String, String> imagesByRole() {
            return containers.stream()
                    .collect(
                            Collectors.toMap(
                                    Container::role,
                                    Container::imageId,
                                    (a, b) -> a,
                                    TreeMap::new));
        }

        /** Returns true when all that a unit of this shape has is there. */
        boolean isWhole(UnitName wanted) {
            return wanted.starting().stream().allMatch(this::has);
        }

        boolean isRunning() {
            return containers.stream().allMatch(Container::isRunning);
        }

        /** Returns how it is, in one word: the worst that is true of any of its containers. */
        String health() {
            if (!isRunning()) {
                return "stopped";
            }
            List<String> all = containers.stream().flatMap(c -> c.health().stream()).toList();
            return Stream.concat(
                            Stream.of("unhealthy", "starting").filter(all::contains), all.stream())
                    .findFirst()
                    .orElse("healthy");
        }

        boolean isUnhealthy() {
            return health().equals("unhealthy");
        }

        /** Returns how those of its containers are that do not run. */
        String stopped() {
            return containers.size() == 1
                    ? containers.get(0).status()
                    : containers.stream()
                            .filter(c -> !c.isRunning())
                            .map(c -> "its " + c.role() + " is " + c.status())
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * What it takes to make a past release again.
     *
     * @param imageIds its images; what the edge talks to comes first
     */
    public record ReleaseRecord(String release, List<String> imageIds) {
        public ReleaseRecord {
            imageIds = imageIds.stream().filter(id -> !id.isEmpty()).toList();
        }

        /** The record of a release with one image. */
        public ReleaseRecord(String release, String imageId) {
            this(release, List.of(imageId));
        }

        Optional<String> first() {
            return imageIds.stream().findFirst();
        }
    }

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

        /** Name and environment as messages say them. */
        String title() {
            return application + " (" + environment + ")";
        }

        /** What names of its engine objects are made of. */
        String id() {
            return application + "-" + environment;
        }

        boolean isOf(Application owner) {
            return application.equals(owner.name()) && environment.equals(owner.environmentId());
        }
    }

    /**
     * What the journal says.
     *
     * @param last the highest number that a release was ever given; 0 for none
     * @param unfinished the release whose deployment was begun and never came to an end
     */
    public record Trace(int last, Optional<String> unfinished) {
        /** There is no journal. */
        static final Trace NONE = new Trace(0, Optional.empty());
    }

    /**
     * What is free on the engine's disk.
     *
     * @param bytes how much
     * @param inodes how many more files; absent where the file system has no limit
     */
    public record Room(long bytes, OptionalLong inodes) {}

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
        return "r" + (Math.max(last, trace.last()) + 1);
    }

    /** Returns what the edge has of an application. */
    Optional<Site> site(Application application) {
        return sites.stream().filter(s -> s.isOf(application)).findFirst();
    }

    /** Returns the record of a release; a release that was live has one. */
    Optional<ReleaseRecord> record(String release) {
        return records.stream().filter(r -> r.release().equals(release)).findFirst();
    }
}
