package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.stages.Build;
import io.github.fullstackmaven.stages.GeneratedContext;
import io.github.fullstackmaven.stages.ImageLabels;
import java.util.Arrays;
import java.util.Set;

/**
 * What rendering needs to know besides the application.
 *
 * @param output the output directory relative to the repository, with {@code /}: {@code
 *     target/fullstack}
 * @param labels what the image says about its origin
 * @param secrets the ids of the build secrets that there are
 */
public record RenderOptions(String output, ImageLabels labels, Set<String> secrets) {
    /** The usual output directory, and an image that says nothing of its origin. */
    public static final RenderOptions DEFAULT =
            new RenderOptions("target/fullstack", ImageLabels.NONE, Set.of());

    public RenderOptions {
        secrets = Set.copyOf(secrets);
        boolean inside =
                Arrays.stream(output.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!inside) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-RENDER-002",
                            "the output directory \"" + output + "\" is not below the repository",
                            "set fullstack.outputDirectory to a directory inside the monorepo: it"
                                    + " is part of the build context"));
        }
    }

    /** Returns the generated part of the build context. */
    public GeneratedContext generated() {
        return new GeneratedContext(output);
    }

    /** Returns the directory of a service's skeleton, relative to the output directory. */
    public String skeleton(Service service) {
        return generated().skeleton(service).substring(output.length() + 1);
    }

    /** Returns the name of the target that holds a service's generated lock file. */
    public String lockfileTarget(Service service) {
        return Build.lockfile(service);
    }

    /** Returns the name of the target that becomes a container of a unit. */
    public String target(UnitPart part) {
        return Build.target(part);
    }

    /** Returns the name of the target that stands for a build secret. */
    public String secretTarget(String id) {
        return Build.secret(id);
    }

    /** Returns the way from the output directory up to the repository, {@code ../..}. */
    public String repository() {
        return String.join("/", Arrays.stream(output.split("/", -1)).map(p -> "..").toList());
    }
}
