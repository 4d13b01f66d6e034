package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.model.FullstackException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A container engine. Every call is one command, or few, each with a time limit of its own. A call
 * that the engine refuses throws a {@link FullstackException} that says what the engine said; what
 * is merely not there is an empty answer and no fault.
 */
public interface Engine {
    /** Returns what the engine says of itself. */
    EngineInfo info();

    /** Returns what the engine says of the machine that it runs on. */
    EngineFacts facts();

    /**
     * Returns what builds images, for people: {@code BuildKit, by buildx}.
     *
     * @throws FullstackException when there is nothing that can
     */
    String builder();

    /**
     * Builds an image, or exports the files of a stage.
     *
     * @param log takes every line that the build prints
     * @throws FullstackException the project is at fault when a stage fails; the machine when a
     *     base image cannot be had
     */
    void build(ImageBuild build, Consumer<String> log);

    /**
     * Asks for an image in its registry and fetches nothing.
     *
     * @return why it could not be fetched; absent when it could
     */
    Optional<String> lacking(String image);

    /** Fetches an image from its registry. */
    void pull(String image, Consumer<String> log);

    /** Returns an image by name or id. */
    Optional<ImageState> image(String image);

    /** Returns the images that have all these labels. */
    List<ImageState> images(Map<String, String> labels);

    /**
     * Removes an image unless a container uses it.
     *
     * @return what the engine has against it; empty when the image is gone
     */
    Optional<String> removeImage(String image);

    /** Returns the containers, running or not, that were made from an image, sorted by name. */
    List<ContainerState> containersOf(String imageId);

    /**
     * Creates a container, in all of its networks, and returns its id. When one of them cannot be
     * joined there is no container.
     */
    String create(ContainerSpec spec);

    /**
     * Starts a container.
     *
     * @throws PortTakenException when a port that it publishes cannot be had
     */
    void start(String container);

    /** Stops a container; after the grace it is killed. One that is not there is no fault. */
    void stop(String container, Duration grace);

    /** Takes away a container's restart policy, so that it stays as it is. */
    void leaveStopped(String container);

    /** Removes a container, running or not. One that is not there is no fault. */
    void remove(String container);

    /** Returns a container by name or id. */
    Optional<ContainerState> container(String container);

    /** Returns those of the containers of these names that are there, sorted by name. */
    List<ContainerState> containersNamed(List<String> names);

    /** Gives a container another name; it goes on running under it. */
    void rename(String container, String name);

    /** Returns the containers, running or not, that have all these labels, sorted by name. */
    List<ContainerState> containers(Map<String, String> labels);

    /** Returns the names of running containers that publish a port of the host. */
    List<String> publishersOf(int port);

    /**
     * Runs a container's check now, on an engine that may have nobody who does so every few
     * seconds. What it finds is part of the container's state.
     */
    void checkHealth(String container);

    /** Runs a program in a running container, gives it something to read, and returns its end. */
    ExecResult exec(String container, List<String> argv, String input, Duration limit);

    /** Runs a container to its end, removes it, and returns how it ended. */
    ExecResult run(ContainerSpec spec, String input, Duration limit);

    /**
     * Runs a container to its end, hands on every line when it comes, and removes the container.
     * One that takes too long is left to whoever called.
     */
    ExecResult run(ContainerSpec spec, Duration limit, Consumer<String> line);

    /** Runs a container that is talked to; it is removed when the session closes. */
    Session open(ContainerSpec spec);

    /** Hands on the lines of a container's log; with {@code follow} until the container ends. */
    void logs(String container, LogQuery query, Consumer<String> line);

    /** Returns true when the engine has a network of this name. */
    boolean hasNetwork(String name);

    /** Creates a network; one that is there already is left as it is. */
    void createNetwork(String name, Map<String, String> labels);

    /**
     * Creates a network that leads nowhere: its members reach each other, nobody else reaches them,
     * and they reach nobody else by it. One that is there already is left as it is.
     */
    void createClosedNetwork(String name, Map<String, String> labels);

    /** Removes a network; returns true when it is gone. */
    boolean removeNetwork(String name);

    /** Returns the names of the volumes that have all these labels, sorted. */
    List<String> volumes(Map<String, String> labels);

    /** Returns true when the engine has a volume of this name. */
    boolean hasVolume(String name);

    /** Creates a volume; one that is there already is left as it is. */
    void createVolume(String name, Map<String, String> labels);

    /** Removes a volume; returns true when it is gone. */
    boolean removeVolume(String name);
}
