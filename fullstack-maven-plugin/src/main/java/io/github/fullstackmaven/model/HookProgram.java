package io.github.fullstackmaven.model;

import java.util.ArrayList;
import java.util.List;

/** What the container of a hook runs. */
public final class HookProgram {
    private static final List<String> IN_DIRECTORY =
            List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"");

    private HookProgram() {}

    /** Returns program and arguments: the hook's own, in its service's directory. */
    public static List<String> of(Application application, Hook hook) {
        List<String> argv = new ArrayList<>(SecretVariables.start(application));
        application
                .service(hook.service())
                .map(application::home)
                .filter(home -> home.startsWith("/"))
                .ifPresent(
                        home -> {
                            argv.addAll(IN_DIRECTORY);
                            argv.add(home);
                        });
        argv.addAll(hook.argv());
        return List.copyOf(argv);
    }
}
