package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes what goes into the build context: a list of what may, and of what never does. */
final class IgnoreRenderer {
    private final TemplateEngine engine;

    IgnoreRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    Artefact render(Application application, RenderOptions options) {
        SortedSet<String> directories = new TreeSet<>();
        SortedSet<String> built = new TreeSet<>();
        SortedSet<String> vendored = new TreeSet<>();
        for (Service service : application.services()) {
            if (service.facts() instanceof DockerfileFacts) {
                // Its own build reads it, and this one takes the image.
                continue;
            }
            String directory = service.facts().root().orElse(service.path());
            service.facts().built().forEach(result -> built.add(below(directory, result)));
            directories.add(directory);
            directories.addAll(service.facts().besides());
            vendored.addAll(service.facts().copiedPackages());
            if (service.kind() == ServiceKind.STATIC_FRONTEND) {
                service.output().ifPresent(output -> built.add(below(service.path(), output)));
            }
        }
        // Where a service is the repository itself, everything may go in.
        boolean all = directories.contains(".");
        return Artefact.file(
                "Dockerfile.dockerignore",
                engine.fill(
                        "dockerignore.vm",
                        Map.of(
                                "ignore",
                                new IgnoreText(),
                                "all",
                                all,
                                "directories",
                                directories,
                                "built",
                                built,
                                "vendored",
                                vendored,
                                "envFiles",
                                application.envFiles(),
                                "output",
                                options.output(),
                                "generated",
                                options.generated())));
    }

    private static String below(String directory, String name) {
        String tidy = name.replaceAll("^\\./|/+$", "");
        return directory.equals(".") ? tidy : directory + "/" + tidy;
    }
}
