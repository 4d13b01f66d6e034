package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import java.util.List;
import java.util.Map;

/**
 * Writes the content security policy. Rendering alone gives the strict default; what only the built
 * page can tell, the hashes of its inline scripts, is added once it is built.
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
     * @param scriptHashes {@code sha256-…} of each inline script, in Base64, without quotes
     */
    public Artefact render(Application application, List<String> scriptHashes) {
        ContentSecurityPolicy policy = ContentSecurityPolicy.of(application, scriptHashes);
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
