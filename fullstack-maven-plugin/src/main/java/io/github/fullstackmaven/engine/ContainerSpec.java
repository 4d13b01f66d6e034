package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.model.UnitSettings.HealthCheck;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container to be made. Always hardened: no new privileges, no capabilities but those that are
 * named, a limit on processes. One of an image of ours has a user of ours and a read-only root:
 * only what is written to {@code tmpfs} and volumes can be written at all. One of somebody else's
 * image ({@link #foreign}) has what that image expects.
 *
 * @param name unique on the engine; absent: the engine's choice
 * @param image what to run; must be there already
 * @param user {@code uid:gid}; absent: the image's own
 * @param root whether its root file system may be written
 * @param hostname its own name for itself
 * @param network the network it joins, or another container's as {@code container:ID}; absent: none
 *     at all
 * @param aliases its names in that network
 * @param furtherNetworks the networks that it joins before it starts; not for what is run to its
 *     end and asked meanwhile
 * @param labels its labels
 * @param environment its variables; values may be secret and never stand in an argument
 * @param volumes storage from outside
 * @param tmpfs directories in memory to their mount options
 * @param published ports of the host that lead to it
 * @param sysctls settings of the kernel for its own network
 * @param capabilities what it may do after all; empty for nearly all
 * @param pids how many processes it may have
 * @param memory a limit, {@code 512m}
 * @param cpus a limit, {@code 1.5}
 * @param restart {@code always} or {@code no}
 * @param stopSignal the signal that asks it to end; absent: the image's
 * @param stopTimeout the grace between that signal and KILL
 * @param health how the engine checks it; absent: the image's own check, if it has one
 * @param entrypoint the program; absent: the image's
 * @param arguments the program's arguments
 */
public record ContainerSpec(
        Optional<String> name,
        String image,
        Optional<String> user,
        Root root,
        Optional<String> hostname,
        Optional<String> network,
        List<String> aliases,
        List<String> furtherNetworks,
        Map<String, String> labels,
        Map<String, String> environment,
        List<Volume> volumes,
        Map<String, String> tmpfs,
        List<Published> published,
        Map<String, String> sysctls,
        List<String> capabilities,
        int pids,
        Optional<String> memory,
        Optional<String> cpus,
        String restart,
        Optional<String> stopSignal,
        Optional<Duration> stopTimeout,
        Optional<HealthCheck> health,
        Optional<String> entrypoint,
        List<String> arguments) {

    private static final String CONTAINER = "container:";

    /** What a container may do to its root file system. */
    public enum Root {
        /** Read it. */
        READ_ONLY,
        /** Write it; what it writes ends with the container. */
        WRITABLE
    }

    public ContainerSpec {
        // A record of a release that was written before there was a choice does not say it.
        root = root == null ? Root.READ_ONLY : root;
        aliases = List.copyOf(aliases);
        furtherNetworks = List.copyOf(furtherNetworks);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        volumes = List.copyOf(volumes);
        tmpfs = Collections.unmodifiableMap(new TreeMap<>(tmpfs));
        published = List.copyOf(published);
        // As above.
        sysctls = sysctls == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(sysctls));
        capabilities = List.copyOf(capabilities);
        arguments = List.copyOf(arguments);
    }

    /** Starts the description of a container whose image is ours, or was made for this. */
    public static Builder of(String image, String user) {
        return new Builder(image, Optional.of(user), Root.READ_ONLY);
    }

    /**
     * Starts the description of a container of somebody else's image, which writes where it wants
     * to.
     *
     * @param user whom it runs as; absent: whom the image says, who may be root and become another
     */
    public static Builder foreign(String image, Optional<String> user) {
        return new Builder(image, user, Root.WRITABLE);
    }

    /** Returns whether it has a network of its own, and not that of another container. */
    boolean hasOwnNetwork() {
        return network.isPresent() && !network.get().startsWith(CONTAINER);
    }

    /** Returns the description without the values of its variables. */
    @Override
    public String toString() {
        return "ContainerSpec["
                + name.orElse("")
                + " "
                + image
                + " variables "
                + environment.keySet()
                + "]";
    }

    /** Collects a description. */
    public static final class Builder {
        private final String image;
        private final Optional<String> user;
        private final Root root;
        private Optional<String> name = Optional.empty();
        private Optional<String> hostname = Optional.empty();
        private Optional<String> network = Optional.empty();
        private final List<String> aliases = new ArrayList<>();
        private final List<String> furtherNetworks = new ArrayList<>();
        private final Map<String, String> labels = new TreeMap<>();
        private final Map<String, String> environment = new TreeMap<>();
        private final List<Volume> volumes = new ArrayList<>();
        private final Map<String, String> tmpfs = new TreeMap<>();
        private final List<Published> published = new ArrayList<>();
        private final Map<String, String> sysctls = new TreeMap<>();
        private final List<String> capabilities = new ArrayList<>();
        private int pids = 64;
        private Optional<String> memory = Optional.empty();
        private Optional<String> cpus = Optional.empty();
        private String restart = "no";
        private Optional<String> stopSignal = Optional.empty();
        private Optional<Duration> stopTimeout = Optional.empty();
        private Optional<HealthCheck> health = Optional.empty();
        private Optional<String> entrypoint = Optional.empty();
        private final List<String> arguments = new ArrayList<>();

        private Builder(String image, Optional<String> user, Root root) {
            this.image = image;
            this.user = user;
            this.root = root;
        }

        /** Sets the name. */
        public Builder name(String value) {
            name = Optional.of(value);
            return this;
        }

        /** Sets the name it has for itself. */
        public Builder hostname(String value) {
            hostname = Optional.of(value);
            return this;
        }

        /** Joins a network under these names. */
        public Builder network(String value, String... names) {
            network = Optional.of(value);
            aliases.addAll(List.of(names));
            return this;
        }

        /** Is in the network of another container, has its address and its ports. */
        public Builder networkOf(String containerId) {
            network = Optional.of(CONTAINER + containerId);
            return this;
        }

        /** Joins networks besides the first. */
        public Builder furtherNetworks(List<String> values) {
            furtherNetworks.addAll(values);
            return this;
        }

        /** Adds labels. */
        public Builder labels(Map<String, String> values) {
            labels.putAll(values);
            return this;
        }

        /** Adds variables. */
        public Builder environment(Map<String, String> values) {
            environment.putAll(values);
            return this;
        }

        /** Adds storage. */
        public Builder volumes(List<Volume> values) {
            volumes.addAll(values);
            return this;
        }

        /** Adds a directory in memory. */
        public Builder tmpfs(String directory, String options) {
            tmpfs.put(directory, options);
            return this;
        }

        /** Publishes a port. */
        public Builder publish(int hostPort, int containerPort) {
            published.add(new Published(hostPort, containerPort));
            return this;
        }

        /** Publishes a port to the engine's own machine alone. */
        public Builder publishOnLoopback(int hostPort, int containerPort) {
            published.add(Published.onLoopback(hostPort, containerPort));
            return this;
        }

        /** Sets the kernel for its own network. */
        public Builder sysctls(Map<String, String> values) {
            sysctls.putAll(values);
            return this;
        }

        /** Allows something after all. */
        public Builder capability(String value) {
            capabilities.add(value);
            return this;
        }

        /** Limits processes. */
        public Builder pids(int value) {
            pids = value;
            return this;
        }

        /** Limits memory and processor. */
        public Builder limits(Optional<String> maxMemory, Optional<String> maxCpus) {
            memory = maxMemory;
            cpus = maxCpus;
            return this;
        }

        /** Sets the restart policy. */
        public Builder restart(String value) {
            restart = value;
            return this;
        }

        /** Sets how it is asked to end. */
        public Builder stop(String signal, Duration grace) {
            stopSignal = Optional.of(signal);
            stopTimeout = Optional.of(grace);
            return this;
        }

        /** Sets how long it has to end, by the image's own signal. */
        public Builder stopGrace(Duration grace) {
            stopTimeout = Optional.of(grace);
            return this;
        }

        /** Sets how the engine checks it. */
        public Builder health(HealthCheck value) {
            health = Optional.of(value);
            return this;
        }

        /** Sets program and arguments. */
        public Builder program(String program, String... args) {
            entrypoint = Optional.of(program);
            arguments.addAll(List.of(args));
            return this;
        }

        /** Sets the arguments of the image's own program. */
        public Builder arguments(List<String> values) {
            arguments.addAll(values);
            return this;
        }

        /** Returns the description. */
        public ContainerSpec build() {
            return new ContainerSpec(
                    name,
                    image,
                    user,
                    root,
                    hostname,
                    network,
                    aliases,
                    furtherNetworks,
                    labels,
                    environment,
                    volumes,
                    tmpfs,
                    published,
                    sysctls,
                    capabilities,
                    pids,
                    memory,
                    cpus,
                    restart,
                    stopSignal,
                    stopTimeout,
                    health,
                    entrypoint,
                    arguments);
        }
    }
}
