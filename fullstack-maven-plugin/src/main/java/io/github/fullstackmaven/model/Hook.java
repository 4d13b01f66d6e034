package io.github.fullstackmaven.model;

import java.util.List;

/**
 * A program that is run once for a release, in a container of its own that is made from the new
 * image.
 *
 * @param argv program and arguments
 * @param service whose image, directory and variables it gets
 * @param source who asks for it: a parameter, or file and line
 */
public record Hook(List<String> argv, String service, String source) {
    public Hook {
        argv = List.copyOf(argv);
    }
}
