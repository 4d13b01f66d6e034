package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Makes and starts the containers of an edge, and lets one take over from another. */
final class EdgeTurns {
    private static final Duration UP = Duration.ofSeconds(20);
    private static final Duration QUERY = Duration.ofSeconds(60);

    /** Nobody is let in meanwhile: what is under way may end, what is meant to last may not. */
    private static final Duration DOWN = Duration.ofSeconds(5);

    private final Operator operator;
    private final Engine engine;
    private final Application application;
    private final EdgeControl control;
    private final String name;
    private final String next;
    private final String holder;

    EdgeTurns(Operator operator, Application application) {
        this.operator = operator;
        this.engine = operator.engine();
        this.application = application;
        this.control = new EdgeControl(engine, application, operator.progress());
        Edge edge = application.edge();
        this.name = Names.edge(edge);
        this.next = Names.nextEdge(edge);
        this.holder = Names.portHolder(edge);
    }

    /**
     * Makes the first edge of the port and waits until it answers.
     *
     * @param https the port for HTTPS that it publishes
     * @throws PortTakenException when there is no edge
     */
    void create(OptionalInt https, String image) {
        ExecResult known =
                engine.run(
                        Specs.onEdgeVolume(
                                application, "/bin/sh", "-c", EdgeFiles.script("first"), "first"),
                        "",
                        QUERY);
        if (!known.ok()) {
            throw EdgeProblems.notPrepared(Specs.edgeImage(application), known.complaint());
        }
        Map<String, String> sysctls =
                known.out().contains("migrates")
                        ? Map.of("net.ipv4.tcp_migrate_req", "1")
                        : Map.of();
        engine.create(Specs.edge(application, https, image, sysctls));
        try {
            engine.start(name);
        } catch (PortTakenException | FullstackException e) {
            engine.remove(name);
            throw e;
        }
        awaitAnswer();
    }

    /** Starts the edge, and before it the one that has its ports. */
    void start() {
        EdgeContainers all = EdgeContainers.of(engine, application.edge());
        if (all.serves()) {
            awaitAnswer();
            return;
        }
        if (all.holder().filter(h -> !h.isRunning()).isPresent()) {
            engine.start(holder);
        }
        // It may run in a network that is not there any more.
        engine.stop(name, DOWN);
        engine.start(name);
        awaitAnswer();
        if (all.holder().isPresent()) {
            quit(holder);
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + UP.toNanos();
        while (!control.answers()) {
            if (System.nanoTime() > deadline || isFailing(name)) {
                throw EdgeProblems.silent(
                        application, engine.info(), String.join(" | ", operator.tail(name, 3)));
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private boolean isFailing(String container) {
        return engine.container(container).filter(c -> c.restarts() > 2).isPresent();
    }

    /** Takes all containers of the edge down; its volume stays. */
    void takeDown() {
        remove(DOWN);
    }

    /** Removes all containers of the edge, when they have ended what they have. */
    void remove(Duration grace) {
        remove(next, grace);
        remove(name, grace);
        remove(holder, grace);
    }

    private void remove(String container, Duration grace) {
        engine.stop(container, grace);
        engine.remove(container);
    }

    /**
     * Starts an edge beside the one that serves, closed to the public, and waits until it reaches
     * every unit that the other one reaches.
     */
    void startNext() {
        EdgeContainers all = EdgeContainers.of(engine, application.edge());
        ContainerState publisher = all.publisher().orElseThrow();
        String turn = operator.clock().instant().toString();
        OptionalInt https = all.httpsPort(application.edge().httpsPort());
        engine.create(Specs.nextEdge(application, publisher.id(), turn, https));
        engine.start(next);
        awaitNext(reached(all.serves() ? name : publisher.name()).orElse(Set.of()));
    }

    /** Waits until the new edge answers, and reaches what it has to. */
    private void awaitNext(Set<String> wanted) {
        long deadline = System.nanoTime() + UP.toNanos();
        while (true) {
            Optional<Set<String>> found = reached(next);
            if (found.isPresent() && found.get().containsAll(wanted)) {
                return;
            }
            if (System.nanoTime() > deadline || isFailing(next)) {
                throw EdgeProblems.notUpgraded(name, missing(wanted, found));
            }
            Pause.of(Duration.ofMillis(200));
        }
    }

    private String missing(Set<String> wanted, Optional<Set<String>> found) {
        if (found.isEmpty()) {
            return "the new one does not answer: " + String.join(" | ", operator.tail(next, 3));
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(found.get());
        return "the new one does not reach " + String.join(", ", missing);
    }

    /** Returns the units that an edge reaches; nothing when it does not answer. */
    private Optional<Set<String>> reached(String container) {
        ExecResult result = script(container, "reach", QUERY);
        return result.ok()
                ? Optional.of(new TreeSet<>(result.out().lines().toList()))
                : Optional.empty();
    }

    /** Takes away an edge that has not taken over. */
    void giveUp() {
        remove(next, longest(next));
    }

    /** Opens the new edge, has the other one end what it has, and gives the new one its name. */
    void handOver() {
        ExecResult opened = script(next, "open", QUERY);
        if (!opened.ok()) {
            throw EdgeProblems.notUpgraded(
                    name, opened.complaint() + ": " + String.join(" | ", operator.tail(next, 3)));
        }
        String turn = engine.container(next).flatMap(c -> c.label(Labels.TURN)).orElseThrow();
        ExecResult taken = script(next, "turn", QUERY, turn);
        if (!taken.ok()) {
            throw EdgeProblems.notUpgraded(name, taken.complaint());
        }
        makeWay();
    }

    /**
     * From here on there is no way back: the new edge serves, and is given the other one's name.
     */
    private void makeWay() {
        EdgeContainers all = EdgeContainers.of(engine, application.edge());
        if (!all.nextServes() && all.publisher().isPresent()) {
            if (!all.publisher().get().isRunning()) {
                engine.start(all.publisher().get().id());
            }
            engine.stop(next, DOWN);
            engine.start(next);
            awaitNext(Set.of());
        }
        if (all.edge().isPresent() && all.holder().isEmpty()) {
            if (all.edge().get().isRunning()) {
                quit(name);
            }
            engine.rename(all.edge().get().id(), holder);
        } else if (all.edge().isPresent()) {
            remove(name, longest(next));
        }
        engine.rename(next, name);
    }

    /** Puts in order what an upgrade left that was cut off. Nobody else may be about to do so. */
    void settle() {
        EdgeContainers all = EdgeContainers.of(engine, application.edge());
        String turn = turn(all);
        if (all.unsettled(turn).isEmpty()) {
            return;
        }
        OptionalInt https = all.httpsPort(application.edge().httpsPort());
        if (all.hasTakenOver(turn)) {
            makeWay();
        } else if (all.next().isPresent()) {
            giveUp();
        }
        EdgeContainers now = EdgeContainers.of(engine, application.edge());
        if (now.holder().isPresent() && now.edge().isEmpty()) {
            engine.rename(now.holder().get().id(), name);
            nobodysTurn();
        } else if (now.holder().isEmpty() && now.hasJoined()) {
            remove(name, DOWN);
            create(https, Specs.edgeImage(application));
        } else if (now.holder().isEmpty() && now.edge().isEmpty()) {
            create(https, Specs.edgeImage(application));
        } else if (now.holder().isEmpty() && now.edge().isPresent()) {
            nobodysTurn();
        }
        start();
    }

    private String turn(EdgeContainers all) {
        boolean running = all.edge().filter(ContainerState::isRunning).isPresent();
        EdgeVolume volume = new EdgeVolume(engine, application, running);
        return EdgeFacts.parse(
                        volume.ask("observe", Names.project(application), Names.key(application)))
                .turn();
    }

    private void nobodysTurn() {
        new EdgeVolume(engine, application, false).ask("turn");
    }

    private void quit(String container) {
        Duration longest = longest(container);
        ExecResult result =
                script(container, "quit", longest.plus(QUERY), String.valueOf(longest.toSeconds()));
        if (!result.ok()) {
            operator.progress().note("some connections of before went on for longer than they may");
        }
    }

    /** Returns for how long connections may go on in an edge that makes way. */
    private Duration longest(String container) {
        String seconds = script(container, "longest", QUERY).out();
        return Duration.ofSeconds(seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) + 5 : 35);
    }

    private ExecResult script(String container, String script, Duration limit, String... words) {
        return engine.exec(container, EdgeControl.program(script, words), "", limit);
    }
}
