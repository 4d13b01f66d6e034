package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The model of a unit that is looked at. It is that of an environment of its own, so that nothing
 * on the engine is shared with what is deployed.
 */
final class TrialModel {
    private static final String ENVIRONMENT = "verify-";

    private TrialModel() {}

    /**
     * Returns what is started instead of an application: at a port, without TLS, with fresh volumes
     * where the application would write.
     */
    static Application of(Application application, int port) {
        Surroundings around = application.surroundings();
        return application
                .but()
                .environment(ENVIRONMENT + port)
                .volumes(fresh(application.volumes(), "host"))
                .edge(new Edge(true, port, application.edge().httpsPort()))
                .tls(Optional.empty())
                .surroundings(
                        around.withAccessories(
                                around.accessories().stream().map(TrialModel::of).toList()))
                .application();
    }

    private static Accessory of(Accessory accessory) {
        return new Accessory(
                accessory.name(),
                accessory.image(),
                accessory.user(),
                accessory.variables(),
                fresh(accessory.volumes(), "host-" + accessory.name()),
                accessory.health(),
                accessory.resources(),
                accessory.command());
    }

    /** A directory of the host that would be written is replaced by an empty volume. */
    private static List<Volume> fresh(List<Volume> volumes, String prefix) {
        return IntStream.range(0, volumes.size())
                .mapToObj(i -> fresh(volumes.get(i), prefix + "-" + i))
                .toList();
    }

    private static Volume fresh(Volume volume, String name) {
        return volume.isNamed() || volume.readOnly()
                ? volume
                : new Volume(name, volume.target(), false, false, volume.origin());
    }

    /** Returns the port in the name of such an environment; absent for any other environment. */
    static OptionalInt port(String environment) {
        String port =
                environment.startsWith(ENVIRONMENT)
                        ? environment.substring(ENVIRONMENT.length())
                        : "";
        return port.matches("[1-9][0-9]{0,4}")
                ? OptionalInt.of(Integer.parseInt(port))
                : OptionalInt.empty();
    }
}
