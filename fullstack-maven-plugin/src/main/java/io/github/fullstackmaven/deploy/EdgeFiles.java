package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.UnitSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders the files of the edge. Pure: the same application gives the same text. */
final class EdgeFiles {
    /** Counts up with every change of {@code nginx.conf}: an older edge is brought up to it. */
    static final int VERSION = 3;

    /** The oldest edge that can be brought up to ours: an older one is talked to in another way. */
    static final int OLDEST = 2;

    private static final String TEMPLATES = "/META-INF/fullstack/templates/";
    private static final String DIRECTORY = TEMPLATES + "edge/";

    /** What uses the functions of {@code sift.sh}. */
    private static final Set<String> SIFTING = Set.of("apply", "init", "start", "try");

    private static final Pattern PLACE = Pattern.compile("@\\{([A-Za-z]+)}");

    /** What cannot end a word in nginx; {@code $host} is the one variable that we insert. */
    private static final Pattern HARMLESS = Pattern.compile("(?:\\$host)?[A-Za-z0-9._:/ -]*");

    private EdgeFiles() {}

    static String nginx() {
        return filled("nginx.conf", Map.of("version", String.valueOf(VERSION)));
    }

    /** The types of files, the same that a gateway has. */
    static String types() {
        return read(TEMPLATES + "mime.types");
    }

    /** The application's server blocks. */
    static String site(Application application, Optional<Certificate> certificate) {
        boolean tls = certificate.isPresent();
        int port = tls ? application.edge().httpsPort() : application.edge().httpPort();
        String host = application.domain().orElse("$host") + suffix(tls, port);
        Map<String, String> values = new HashMap<>();
        values.put("application", application.name());
        values.put("environment", application.environmentId());
        values.put("project", Names.project(application));
        values.put("key", Names.key(application));
        values.put("domain", application.domain().orElse("-"));
        values.put("serverName", application.domain().orElse("_"));
        values.put("listen", application.domain().isPresent() ? "8080" : "8080 default_server");
        values.put("host", host);
        values.put("port", String.valueOf(port));
        values.put("scheme", tls ? "https" : "http");
        RequestLimits limits = application.resources().requests();
        values.put("maxBody", limits.maxBody());
        values.put("answer", limits.answerOfGateway().toSeconds() + "s");
        values.put("lasting", String.valueOf(lasting(application).toSeconds()));
        certificate.ifPresent(c -> values.put("certificate", c.digest()));
        boolean dev = application.environmentId().equals("dev");
        String hsts = tls && !dev ? resource("site-hsts.conf") : "";
        return resource(tls ? "site-https.conf" : "site-http.conf")
                .transform(t -> t.replace("@{proxy}", resource("site-proxy.conf")))
                .transform(t -> t.replace("@{keptHsts}", hsts.isEmpty() ? "" : "  " + hsts))
                .transform(t -> t.replace("@{hsts}", hsts))
                .transform(t -> fill(t, values));
    }

    /**
     * How long connections may go on after a change of the edge. The first change of a deployment
     * comes before the new release is judged, so that is added to the drain itself.
     */
    static Duration lasting(Application application) {
        return application.timing().ready().plus(application.timing().drain());
    }

    /** The one file whose change is the switch. */
    static String slot(Application application, String release, boolean watched) {
        return filled(
                "slot.conf",
                Map.of(
                        "key",
                        Names.key(application),
                        "release",
                        release,
                        "watch",
                        watched ? "1" : "0"));
    }

    /** The way to one unit. */
    static String unit(Application application, String release) {
        return unit(application, release, UnitSettings.of(application).gatewayPort());
    }

    /** The way to one unit whose gateway listens on a port of its own. */
    static String unit(Application application, String release, int port) {
        return filled(
                "unit.conf",
                Map.of(
                        "key",
                        Names.key(application),
                        "release",
                        release,
                        "alias",
                        Names.alias(application, release),
                        "port",
                        String.valueOf(port)));
    }

    /** A shell program, as it is. */
    static String script(String name) {
        return (SIFTING.contains(name) ? resource("sift.sh") : "") + resource(name + ".sh");
    }

    private static String suffix(boolean tls, int port) {
        return port == (tls ? 443 : 80) ? "" : ":" + port;
    }

    private static String filled(String template, Map<String, String> values) {
        return fill(resource(template), values);
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        harmless(place.group(1), values.get(place.group(1)))));
    }

    /**
     * The planner lets no other value through; if one gets here, better nothing than a wrong file.
     */
    private static String harmless(String name, String value) {
        if (value == null || !HARMLESS.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " cannot be written to the edge: " + value);
        }
        return value;
    }

    private static String resource(String name) {
        return read(DIRECTORY + name);
    }

    private static String read(String path) {
        try (InputStream stream = EdgeFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no template " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
