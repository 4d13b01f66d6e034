package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shell that hooks are started with, for an image that may have none in its usual place. No
 * other image is changed for it.
 */
final class HookShell {
    private HookShell() {}

    /**
     * Returns the steps that put it there, as root; none where no hook runs in the image.
     *
     * @param services whose image it is
     * @param busybox the busybox that the image has, which is a shell and its commands
     */
    static List<Step> of(Application application, List<Service> services, String busybox) {
        Hooks hooks = application.surroundings().hooks();
        boolean wanted =
                Stream.of(hooks.before(), hooks.after())
                        .flatMap(Optional::stream)
                        .map(Hook::service)
                        .anyMatch(name -> services.stream().anyMatch(s -> s.name().equals(name)));
        if (!wanted) {
            return List.of();
        }
        String program =
                "[ -e /bin/sh ] || { "
                        + (busybox + " mkdir -p /bin && ")
                        + (busybox + " ln -s " + busybox + " /bin/sh; }");
        return List.of(new Step.Exec(List.of(busybox, "sh", "-c", program)));
    }
}
