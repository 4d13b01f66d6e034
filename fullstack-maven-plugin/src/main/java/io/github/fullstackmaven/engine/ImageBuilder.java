package io.github.fullstackmaven.engine;

import java.util.function.Consumer;

/** Builds images. */
interface ImageBuilder {
    /**
     * Builds one.
     *
     * @param log takes every line of the build, as BuildKit words them whoever builds
     */
    void build(ImageBuild build, Consumer<String> log);
}
