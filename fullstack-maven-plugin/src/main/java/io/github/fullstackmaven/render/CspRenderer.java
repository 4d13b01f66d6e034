package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.PageNeeds;
import java.util.Map;

/**
 * Writes the content security policy. Rendering alone gives the strict default; what only the built
 * page can tell, the hashes of what is inline, is added once it is built.
 */
public final class CspRenderer {
    private final TemplateEngine engine;

    public CspRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns the policy as a file of the build context.
     *
     * @param application whose pages they are
     * @param needs what stands in them
     */
    public Artefact render(Application application, PageNeeds needs) {
        ContentSecurityPolicy policy = ContentSecurityPolicy.of(application, needs);
        return Artefact.file(
                "context/csp.conf",
                engine.fill(
                        "csp.conf.vm",
                        Map.of(
                                "nginx",
                                new NginxText(),
                                "policy",
                                policy.header(),
                                "framed",
                                policy.mayBeFramed())));
    }
}
