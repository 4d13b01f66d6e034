package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;

/** Does {@linkplain StoreOperation such operations} by a few engine calls each. Decides nothing. */
final class StoreExecutor implements StoreSteps {
    private final Engine engine;
    private final Application application;
    private final Progress progress;
    private final EdgeControl edge;
    private final ImageRemoval images;

    StoreExecutor(Operator operator, Application application, EdgeControl edge) {
        this.engine = operator.engine();
        this.application = application;
        this.progress = operator.progress();
        this.edge = edge;
        this.images =
                new ImageRemoval(
                        engine, application, new ImageKeepers(engine, application)::of, progress);
    }

    @Override
    public void pullImage(StoreOperation.PullImage op) {
        engine.pull(op.image(), progress::note);
    }

    @Override
    public void createVolume(StoreOperation.CreateVolume op) {
        engine.createVolume(op.name(), Labels.of(application, "data"));
    }

    @Override
    public void removeVolume(StoreOperation.RemoveVolume op) {
        if (!engine.removeVolume(op.name())) {
            progress.note("volume " + op.name() + " is in use and stays");
        }
    }

    /** The image first: as long as there is a record of it, the next deployment tries again. */
    @Override
    public void prune(StoreOperation.Prune op) {
        // Each of them, whatever came of the one before.
        long staying = op.imageIds().stream().filter(id -> !images.remove(id)).count();
        if (staying == 0) {
            Setback.unlessChanged(edge.forget(op.release()));
        }
    }

    @Override
    public void removeImages(StoreOperation.RemoveImages op) {
        op.imageIds().forEach(images::remove);
    }
}
