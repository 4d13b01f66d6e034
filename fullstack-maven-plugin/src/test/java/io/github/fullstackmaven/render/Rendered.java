package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;

/** Gets one rendered file. */
final class Rendered {
    private Rendered() {}

    static String file(Application application, String path) {
        return new Renderer(TemplateSet.builtIn())
                .render(application, RenderOptions.DEFAULT).stream()
                        .filter(artefact -> artefact.path().equals(path))
                        .findFirst()
                        .orElseThrow()
                        .text();
    }
}
