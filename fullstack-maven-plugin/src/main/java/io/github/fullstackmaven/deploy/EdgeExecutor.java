package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Duration;
import java.util.OptionalInt;

/** Does {@linkplain EdgeOperation such operations} by a few engine calls each. Decides nothing. */
final class EdgeExecutor implements EdgeSteps {
    private static final Duration EDGE_TRY = Duration.ofSeconds(60);

    private final Operator operator;
    private final Engine engine;
    private final Aim aim;
    private final Application application;
    private final Progress progress;
    private final EdgeControl edge;
    private final EdgeTurns edges;

    EdgeExecutor(Operator operator, Aim aim, EdgeControl edge) {
        this.operator = operator;
        this.engine = operator.engine();
        this.aim = aim;
        this.application = aim.application();
        this.progress = operator.progress();
        this.edge = edge;
        this.edges = new EdgeTurns(operator, aim.application());
    }

    @Override
    public void createNetwork(EdgeOperation.CreateNetwork op) {
        engine.createNetwork(op.name(), Labels.edge());
    }

    @Override
    public void prepareEdge(EdgeOperation.PrepareEdge op) {
        engine.createVolume(op.name(), Labels.edge());
        ExecResult result = edge.prepare();
        if (!result.ok()) {
            engine.removeVolume(op.name());
            throw EdgeProblems.notPrepared(Specs.edgeImage(application), result.complaint());
        }
    }

    @Override
    public void createEdge(EdgeOperation.CreateEdge op) {
        try {
            edges.create(op.https(), Specs.edgeImage(application));
        } catch (PortTakenException e) {
            int https = op.https().orElse(0);
            if (https == 0
                    || e.port() != https
                    || aim.site().flatMap(Target::certificate).isPresent()) {
                throw portTaken(e);
            }
            // Nobody here needs that port yet, and an application without TLS can do without it.
            progress.note(
                    "port " + https + " cannot be had, so " + op.name() + " is made without HTTPS");
            publishing(() -> edges.create(OptionalInt.empty(), Specs.edgeImage(application)));
        }
    }

    /** Does what publishes the edge's ports, and says who has one that cannot be had. */
    private void publishing(Runnable action) {
        try {
            action.run();
        } catch (PortTakenException e) {
            throw portTaken(e);
        }
    }

    private FullstackException portTaken(PortTakenException e) {
        int port = e.port() == 0 ? application.edge().httpPort() : e.port();
        return EdgeProblems.portTaken(e, port, engine.publishersOf(port));
    }

    @Override
    public void startEdge(EdgeOperation.StartEdge op) {
        publishing(edges::start);
    }

    @Override
    public void settleEdge(EdgeOperation.SettleEdge op) {
        DeployLock all = DeployLock.ofEdge(engine, application, aim.holder(), operator.clock());
        // Perhaps it was not cut off at all.
        edge.awaitUpgrade();
        all.take();
        try {
            publishing(edges::settle);
        } finally {
            all.release();
        }
    }

    @Override
    public void startNextEdge(EdgeOperation.StartNextEdge op) {
        edges.startNext();
    }

    @Override
    public void handOver(EdgeOperation.HandOver op) {
        publishing(edges::handOver);
    }

    @Override
    public void removeNextEdge(EdgeOperation.RemoveNextEdge op) {
        edges.giveUp();
    }

    @Override
    public void tryEdge(EdgeOperation.TryEdge op) {
        ExecResult result = engine.run(Specs.triesEdge(application), "", EDGE_TRY);
        if (!result.ok()) {
            throw EdgeProblems.imageUnfit(op.image(), op.name(), result.complaint());
        }
    }

    @Override
    public void remakeEdge(EdgeOperation.RemakeEdge op) {
        edges.takeDown();
        publishing(() -> edges.create(op.https(), op.image()));
    }

    @Override
    public void takeEdgeDown(EdgeOperation.TakeEdgeDown op) {
        edges.takeDown();
    }

    @Override
    public void removeEdge(EdgeOperation.RemoveEdge op) {
        edges.remove(application.timing().drain());
        if (!engine.removeVolume(op.name())) {
            progress.note("volume " + op.name() + " is in use and stays");
        }
    }

    @Override
    public void removeNetwork(EdgeOperation.RemoveNetwork op) {
        if (!engine.removeNetwork(op.name())) {
            progress.note("network " + op.name() + " is in use and stays");
        }
    }
}
