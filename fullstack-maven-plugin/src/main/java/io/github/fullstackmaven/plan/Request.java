package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Builder;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the user said, with the source of each value; the input of planning.
 *
 * @param name the application's name, already of a valid form
 * @param environment {@code DEV}, {@code PRO} …
 * @param strict whether warnings fail
 * @param ignoredFindings id to reason
 * @param domain host name of the application
 * @param httpPort port for HTTP
 * @param httpsPort port for HTTPS
 * @param tlsCertificate absolute path
 * @param tlsKey absolute path
 * @param frontend what is said about the front end
 * @param backends what is said about the back ends; empty: one is detected
 * @param apiPrefix {@code /api}
 * @param apiStripPrefix whether the prefix is taken off
 * @param allowedOrigins other origins by CSP directive
 * @param envFiles files of variables, relative to the repository; absent: {@code monorepo.env},
 *     then {@code monorepo.<env>.env}, as far as they exist
 * @param variables what the POM itself says of variables; every file wins over it
 * @param volumes {@code source:target[:ro][:single]}
 * @param layout how many containers
 * @param builder what builds the services for which nothing else is said
 * @param edgeManaged whether the shared edge stands in front
 * @param image {@code name:tag} of the image
 * @param baseRegistry a mirror for base images
 * @param baseImages role to image, over the table
 * @param buildSecrets files that build steps may read and no layer keeps: id to absolute path
 * @param timing time limits
 * @param resources limits
 * @param retain how many past releases keep their image
 * @param hooks what is run once for a release
 * @param secrets what units find in files: name to absolute path or {@code env:VARIABLE}
 * @param secretVariables the variables that hold secrets: name to the secret's
 * @param accessories databases and the like
 */
public record Request(
        Sourced<String> name,
        Sourced<String> environment,
        boolean strict,
        Map<String, String> ignoredFindings,
        Optional<Sourced<String>> domain,
        Sourced<Integer> httpPort,
        Sourced<Integer> httpsPort,
        Optional<Sourced<String>> tlsCertificate,
        Optional<Sourced<String>> tlsKey,
        ServiceRequest frontend,
        List<ServiceRequest> backends,
        Optional<Sourced<String>> apiPrefix,
        Optional<Sourced<Boolean>> apiStripPrefix,
        Map<String, List<String>> allowedOrigins,
        Optional<List<String>> envFiles,
        Map<String, String> variables,
        List<Sourced<String>> volumes,
        Sourced<Layout> layout,
        Sourced<Builder> builder,
        boolean edgeManaged,
        Sourced<String> image,
        Optional<String> baseRegistry,
        Map<String, String> baseImages,
        Map<String, Sourced<String>> buildSecrets,
        Timing timing,
        Resources resources,
        int retain,
        HooksRequest hooks,
        Map<String, Sourced<String>> secrets,
        Map<String, Sourced<String>> secretVariables,
        AccessoriesRequest accessories) {
    public Request {
        ignoredFindings = Map.copyOf(ignoredFindings);
        backends = List.copyOf(backends);
        allowedOrigins = Map.copyOf(allowedOrigins);
        variables = Map.copyOf(variables);
        volumes = List.copyOf(volumes);
        baseImages = Map.copyOf(baseImages);
        buildSecrets = Map.copyOf(buildSecrets);
        secrets = Map.copyOf(secrets);
        secretVariables = Map.copyOf(secretVariables);
    }
}
