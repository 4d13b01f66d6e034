package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Images;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes an application off the air: its units, its place on the edge, its images. */
public final class Undeployer {
    private final Operator operator;
    private final Observer observer;

    public Undeployer(Engine engine, Progress progress, Clock clock) {
        this.operator = new Operator(engine, progress, clock, () -> false);
        this.observer = new Observer(engine);
    }

    /** Returns the operations that {@link #undeploy} would do now; empty when nothing is there. */
    public List<Operation> plan(Application application, VolumePolicy volumes) {
        List<String> built = built(application);
        // By label: whoever takes an application down need not know what it was made of.
        List<String> data =
                volumes == VolumePolicy.REMOVE
                        ? operator.engine().volumes(Labels.of(application, "data"))
                        : List.of();
        return UndeployPlanner.plan(application, observer.observe(application), built, data);
    }

    /** The image that was built last, and what was built with it. */
    private List<String> built(Application application) {
        Optional<ImageState> image = operator.engine().image(application.images().app());
        Optional<String> source = image.map(i -> i.labels().get(Images.SOURCE_LABEL));
        Stream<ImageState> others =
                source.stream()
                        .flatMap(
                                s ->
                                        operator
                                                .engine()
                                                .images(Map.of(Images.SOURCE_LABEL, s))
                                                .stream());
        return Stream.concat(image.stream(), others).map(ImageState::id).distinct().toList();
    }

    /**
     * Takes the application off the air.
     *
     * @param holder who does it, shown to others that wait
     * @return what was done
     * @throws FullstackException when something could not be removed, or somebody else deploys
     */
    public List<Operation> undeploy(Application application, VolumePolicy volumes, String holder) {
        Aim nothing = new Aim.New(new Target(application, "", Optional.empty(), holder));
        DeployLock lock = new DeployLock(operator.engine(), application, holder, operator.clock());
        Executor executor = new Executor(operator, nothing, lock);
        try {
            List<Operation> operations = plan(application, volumes);
            for (Operation operation : operations) {
                operator.progress().begins(operation);
                long start = System.nanoTime();
                operation.accept(executor);
                operator.progress().ended(operation, Duration.ofNanos(System.nanoTime() - start));
            }
            return operations;
        } catch (Setback e) {
            throw e.problem();
        } finally {
            lock.release();
        }
    }
}
