package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Hooks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be live: a release made from the repository, or one that was live before. */
sealed interface Aim {
    /** Returns the application as it is to be reached. */
    Application application();

    /** Returns who wants it: shown to others that wait, and in the journal. */
    String holder();

    /** Returns the release that it becomes, given what is there. */
    String release(Observed observed);

    /** Returns what that release is made of. */
    Blueprint blueprint(String release);

    /** Returns which of its volumes are there already. */
    Set<String> presentVolumes(Observed observed);

    /** Returns the site that it comes with; absent where the edge keeps the one it has. */
    Optional<Target> site();

    /** Returns the hooks that it comes with; none where a past release comes back. */
    default Hooks hooks() {
        return Hooks.NONE;
    }

    /** Returns the accessories that it needs; none where a past release comes back. */
    default List<Accessory> accessories() {
        return List.of();
    }

    /** Returns the names of accessories that are made again. */
    default Set<String> recreated() {
        return Set.of();
    }

    /** Returns what whoever wants it should know before it is done. */
    default List<Finding> warnings() {
        return List.of();
    }

    /** Returns whether its units are in the application's own network, with its accessories. */
    boolean joinsOwnNetwork();

    /** A release made from the repository. */
    record New(Target target) implements Aim {
        @Override
        public Application application() {
            return target.application();
        }

        @Override
        public String holder() {
            return target.holder();
        }

        @Override
        public String release(Observed observed) {
            return observed.nextRelease();
        }

        @Override
        public Blueprint blueprint(String release) {
            return target.blueprint(release);
        }

        @Override
        public Set<String> presentVolumes(Observed observed) {
            return observed.volumes();
        }

        @Override
        public Optional<Target> site() {
            return Optional.of(target);
        }

        @Override
        public Hooks hooks() {
            return target.application().surroundings().hooks();
        }

        @Override
        public List<Accessory> accessories() {
            return target.application().surroundings().accessories();
        }

        @Override
        public Set<String> recreated() {
            return target.recreated();
        }

        @Override
        public boolean joinsOwnNetwork() {
            return !accessories().isEmpty();
        }
    }

    /**
     * A release that was live before, under its own name.
     *
     * @param application the application as the edge serves it now
     * @param holder who goes back
     * @param release the release
     * @param blueprint what its record says
     * @param volumes which of its volumes are there
     * @param warnings what whoever goes back should know
     */
    record Again(
            Application application,
            String holder,
            String release,
            Blueprint blueprint,
            Set<String> volumes,
            List<Finding> warnings)
            implements Aim {
        public Again {
            volumes = Set.copyOf(volumes);
            warnings = List.copyOf(warnings);
        }

        @Override
        public String release(Observed observed) {
            return release;
        }

        @Override
        public Blueprint blueprint(String name) {
            return blueprint;
        }

        @Override
        public Set<String> presentVolumes(Observed observed) {
            return volumes;
        }

        @Override
        public Optional<Target> site() {
            return Optional.empty();
        }

        @Override
        public boolean joinsOwnNetwork() {
            return blueprint.containers().stream()
                    .anyMatch(c -> c.furtherNetworks().contains(Names.ownNetwork(application)));
        }
    }
}
