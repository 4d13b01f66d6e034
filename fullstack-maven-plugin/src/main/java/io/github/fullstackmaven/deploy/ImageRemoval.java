package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Removes images that an application does not need any more. Whoever else has a container, a
 * release or a name of an image keeps it.
 */
final class ImageRemoval {
    /** Under load an engine lets go of what it has just removed only some seconds later. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Engine engine;
    private final Application application;
    private final Function<String, List<String>> keepers;
    private final Progress progress;
    private final Duration patience;

    /**
     * Takes what removing needs.
     *
     * @param keepers says which other applications may go back to an image
     */
    ImageRemoval(
            Engine engine,
            Application application,
            Function<String, List<String>> keepers,
            Progress progress) {
        this(engine, application, keepers, progress, PATIENCE);
    }

    ImageRemoval(
            Engine engine,
            Application application,
            Function<String, List<String>> keepers,
            Progress progress,
            Duration patience) {
        this.engine = engine;
        this.application = application;
        this.keepers = keepers;
        this.progress = progress;
        this.patience = patience;
    }

    /**
     * Removes an image with the application's names for it. Says so when it stays.
     *
     * @return whether this application is done with it: it is gone, or it is now the concern of
     *     those who use it
     */
    boolean remove(String id) {
        List<String> others;
        try {
            others = keepers.apply(id);
        } catch (FullstackException e) {
            stays(id, "nobody knows who else may go back to it: " + e.getMessage());
            return false;
        }
        if (!others.isEmpty()) {
            stays(id, String.join(", ", others) + " may go back to it");
            return true;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<ImageState> image = engine.image(id);
            if (image.isEmpty()) {
                return true;
            }
            List<String> foreign = image.get().names().stream().filter(n -> !isOurs(n)).toList();
            Optional<String> refusal = refusal(image.get());
            if (refusal.isEmpty()) {
                if (!foreign.isEmpty()) {
                    stays(id, "it is " + String.join(", ", foreign) + ", too");
                }
                return true;
            }
            Optional<ContainerState> user = userOf(id);
            if (user.isPresent()) {
                stays(id, user.get().name() + " is made from it");
                return !Labels.areOf(application, user.get());
            }
            if (System.nanoTime() > deadline) {
                stays(id, refusal.get());
                return false;
            }
            Pause.of(BETWEEN);
        }
    }

    private Optional<String> refusal(ImageState image) {
        List<String> names =
                image.names().isEmpty()
                        ? List.of(image.id())
                        : image.names().stream().filter(this::isOurs).toList();
        return names.stream().flatMap(name -> engine.removeImage(name).stream()).findFirst();
    }

    /** A container that is being removed has its image for a moment more. */
    private Optional<ContainerState> userOf(String id) {
        return engine.containersOf(id).stream()
                .filter(c -> !c.status().equals("removing") && !c.status().equals("dead"))
                .findFirst();
    }

    /**
     * Whatever its tag: another one for each of the project's versions. Images of processes have a
     * suffix.
     */
    private boolean isOurs(String name) {
        String ours = repository(application.images().app());
        return (repository(name) + "-").startsWith(ours + "-");
    }

    /** Podman writes out where a name without a host belongs. */
    private static String repository(String name) {
        return name.replaceFirst(":[^:/]*$", "")
                .replaceFirst("^(?:localhost/|docker\\.io/(?:library/)?)", "");
    }

    private void stays(String id, String why) {
        progress.note("image " + id.replaceFirst("^sha256:(.{12}).*$", "$1") + " stays: " + why);
    }
}
