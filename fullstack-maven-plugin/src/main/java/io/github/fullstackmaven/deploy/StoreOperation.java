package io.github.fullstackmaven.deploy;

import java.util.List;

/** Images, volumes and records: what stays when a unit goes, until it is not wanted any more. */
public sealed interface StoreOperation extends Operation {
    /** Hands the operation to whoever does such. */
    void accept(StoreSteps steps);

    @Override
    default void accept(Steps steps) {
        accept(steps.store());
    }

    /** Fetches an image. */
    record PullImage(String image, String cause) implements StoreOperation {
        @Override
        public String what() {
            return "pull image " + image;
        }

        @Override
        public void accept(StoreSteps steps) {
            steps.pullImage(this);
        }
    }

    /** Creates a volume of the application. */
    record CreateVolume(String name, String cause) implements StoreOperation {
        @Override
        public String what() {
            return "create volume " + name;
        }

        @Override
        public void accept(StoreSteps steps) {
            steps.createVolume(this);
        }
    }

    /** Removes a volume of the application, with all that is in it. */
    record RemoveVolume(String name, String cause) implements StoreOperation {
        @Override
        public String what() {
            return "remove volume " + name;
        }

        @Override
        public void accept(StoreSteps steps) {
            steps.removeVolume(this);
        }
    }

    /**
     * Forgets a release: its record, and images that no other release has.
     *
     * @param imageIds the images that go unless somebody uses them
     */
    record Prune(String release, List<String> imageIds, String cause) implements StoreOperation {
        public Prune {
            imageIds = List.copyOf(imageIds);
        }

        @Override
        public String what() {
            return "prune release " + release;
        }

        @Override
        public void accept(StoreSteps steps) {
            steps.prune(this);
        }
    }

    /** Removes images unless somebody uses them. */
    record RemoveImages(List<String> imageIds, String cause) implements StoreOperation {
        public RemoveImages {
            imageIds = List.copyOf(imageIds);
        }

        @Override
        public String what() {
            return "remove images "
                    + String.join(
                            ", ",
                            imageIds.stream()
                                    .map(i -> i.replaceFirst("^sha256:(.{12}).*$", "$1"))
                                    .toList());
        }

        @Override
        public void accept(StoreSteps steps) {
            steps.removeImages(this);
        }
    }
}
