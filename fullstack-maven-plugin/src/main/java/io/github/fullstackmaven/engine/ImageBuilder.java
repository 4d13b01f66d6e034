package io.github.fullstackmaven.engine;

import java.util.function.Consumer;

/** Builds images. */
interface ImageBuilder {
    /**
     * Returns what builds, for people.
     *
     * @throws io.github.fullstackmaven.model.FullstackException when there is nothing that can
     */
    String text();

    /**
     * Builds one.
     *
     * @param log takes every line of the build, as BuildKit words them whoever builds
     */
    void build(ImageBuild build, Consumer<String> log);
}
