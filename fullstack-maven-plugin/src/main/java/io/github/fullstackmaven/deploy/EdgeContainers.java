package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Edge;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The containers of an edge. The first one of a port publishes it. Another that takes over joins
 * the first one's network, and goes by the edge's name from then on; the first one holds the ports
 * under another name.
 *
 * @param edge the one that serves, by its name
 * @param next one that is to take over, by its name
 * @param holder one that holds the ports and serves nobody, by its name
 */
record EdgeContainers(
        Optional<ContainerState> edge,
        Optional<ContainerState> next,
        Optional<ContainerState> holder) {

    static EdgeContainers of(Engine engine, Edge edge) {
        String name = Names.edge(edge);
        List<ContainerState> all =
                engine.containersNamed(List.of(name, Names.nextEdge(edge), Names.portHolder(edge)));
        all.stream()
                .filter(c -> c.label(Labels.ROLE).isEmpty())
                .findFirst()
                .ifPresent(
                        c -> {
                            throw HostProblems.foreign(c.name(), engine.info());
                        });
        return new EdgeContainers(
                named(all, name),
                named(all, Names.nextEdge(edge)),
                named(all, Names.portHolder(edge)));
    }

    private static Optional<ContainerState> named(List<ContainerState> all, String name) {
        return all.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Returns the one that publishes the ports. */
    Optional<ContainerState> publisher() {
        return holder.or(() -> edge);
    }

    /**
     * Returns the port for HTTPS that is published, or was as long as there was the container that
     * published it; nothing when there was none.
     *
     * @param otherwise the one to take where no container tells
     */
    OptionalInt httpsPort(int otherwise) {
        Optional<ContainerState> publishes =
                publisher().filter(c -> c.label(Labels.TURN).orElse("").isEmpty());
        if (publishes.isPresent()) {
            Integer port = publishes.get().ports().get(8443);
            return port == null ? OptionalInt.empty() : OptionalInt.of(port);
        }
        Optional<String> told =
                Stream.concat(edge.stream(), next.stream())
                        .flatMap(c -> c.label(Labels.HTTPS_PORT).stream())
                        .findFirst();
        if (told.isEmpty()) {
            return OptionalInt.of(otherwise);
        }
        return told.get().matches("[1-9][0-9]{0,4}")
                ? OptionalInt.of(Integer.parseInt(told.get()))
                : OptionalInt.empty();
    }

    /** Returns whether the edge is in the network of another container. */
    boolean hasJoined() {
        return edge.flatMap(c -> c.label(Labels.TURN)).filter(t -> !t.isEmpty()).isPresent();
    }

    /** Returns whether another can take over and nobody notice: old edges cannot be joined. */
    boolean canBeJoined() {
        return publisher()
                .filter(ContainerState::isRunning)
                .filter(c -> c.label(Labels.TURN).equals(Optional.of("")))
                .isPresent();
    }

    /**
     * Returns whether the edge serves. One in a network that its holder left behind when it was
     * started anew runs, and nobody reaches it.
     */
    boolean serves() {
        return edge.filter(e -> e.isRunning() && isReached(e, holder)).isPresent();
    }

    /** Returns the same for one that is to take over. */
    boolean nextServes() {
        return next.filter(n -> n.isRunning() && isReached(n, publisher())).isPresent();
    }

    private static boolean isReached(ContainerState container, Optional<ContainerState> publisher) {
        return publisher.map(p -> p.isRunning() && !isYounger(p, container)).orElse(true);
    }

    private static boolean isYounger(ContainerState a, ContainerState b) {
        try {
            return OffsetDateTime.parse(a.startedAt()).isAfter(OffsetDateTime.parse(b.startedAt()));
        } catch (DateTimeParseException e) {
            // An engine that does not say it, or says it otherwise.
            return false;
        }
    }

    /**
     * Returns what is left of an upgrade that was cut off; nothing when all is in order.
     *
     * @param turn whose turn it is, as the edge's volume says
     */
    Optional<String> unsettled(String turn) {
        if (next.isPresent()) {
            return Optional.of(
                    hasTurn(next.get(), turn)
                            ? "its upgrade was cut off after the new edge took over"
                            : "its upgrade was cut off before the new edge took over");
        }
        if (edge.isEmpty() && holder.isPresent()) {
            return Optional.of("its container is gone, and " + holder.get().name() + " serves");
        }
        if (holder.isEmpty() && hasJoined()) {
            return Optional.of("the container that had its ports is gone");
        }
        if (holder.isEmpty() && edge.isPresent() && !turn.isEmpty()) {
            return Optional.of("it is to stand in for another, and there is none");
        }
        return Optional.empty();
    }

    /** Returns whether the one that is to take over has done so. */
    boolean hasTakenOver(String turn) {
        return next.filter(n -> hasTurn(n, turn)).isPresent();
    }

    private static boolean hasTurn(ContainerState container, String turn) {
        return !turn.isEmpty() && container.label(Labels.TURN).equals(Optional.of(turn));
    }
}
