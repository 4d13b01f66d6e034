package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks what the user said before anything is looked at. */
final class RequestChecks {
    /**
     * A name as engine objects and host names take it. With environment and release it makes the
     * unit's host name, and a label of a host name has at most 63 characters.
     */
    static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,15}");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                            + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IMAGE =
            Pattern.compile(
                    "[a-z0-9][a-z0-9._-]*(?::\\d+)?(?:/[a-z0-9][a-z0-9._-]*)*:[A-Za-z0-9_][\\w.-]{0,127}");
    private static final Pattern ORIGIN =
            Pattern.compile(
                    "(?:https?|wss?)://(?:\\*\\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
                            + "(?::\\d{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)+");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]*");
    private static final Set<String> DIRECTIVES =
            Set.of(
                    "connect-src",
                    "font-src",
                    "form-action",
                    "frame-src",
                    "img-src",
                    "manifest-src",
                    "media-src",
                    "script-src",
                    "style-src",
                    "worker-src");

    private final List<Finding> findings = new ArrayList<>();

    private RequestChecks() {}

    /** Returns what is wrong with a request. */
    static List<Finding> of(Request request) {
        RequestChecks checks = new RequestChecks();
        checks.identity(request);
        checks.port(request.httpPort(), "fullstack.httpPort");
        checks.port(request.httpsPort(), "fullstack.httpsPort");
        for (ServiceRequest backend : request.backends()) {
            backend.port().ifPresent(port -> checks.port(port, "fullstack.backendPort"));
            checks.service(backend);
        }
        checks.service(request.frontend());
        checks.tls(request);
        checks.origins(request);
        request.apiPrefix().ifPresent(checks::prefix);
        request.backends().forEach(b -> b.apiPrefix().ifPresent(checks::prefix));
        return checks.findings;
    }

    /** Returns true for a prefix that a route can have. */
    static boolean isPrefix(String path) {
        return PREFIX.matcher(path).matches();
    }

    private void identity(Request request) {
        matches(
                request.name(),
                NAME,
                "FS-REQUEST-002",
                "the name",
                "use up to 40 lower case letters, digits and hyphens in fullstack.name");
        matches(
                request.environment(),
                ENVIRONMENT,
                "FS-REQUEST-003",
                "the environment",
                "use a letter, then up to 15 letters, digits and hyphens in fullstack.env");
        request.domain()
                .ifPresent(
                        domain ->
                                matches(
                                        domain,
                                        DOMAIN,
                                        "FS-REQUEST-004",
                                        "the domain",
                                        "give fullstack.domain a host name in lower case, without"
                                                + " scheme, port or path"));
        matches(
                request.image(),
                IMAGE,
                "FS-REQUEST-005",
                "the image's name",
                "give fullstack.image the form name:tag");
    }

    private void service(ServiceRequest service) {
        service.health()
                .filter(health -> !PATH.matcher(health.value()).matches())
                .ifPresent(
                        health ->
                                add(
                                        "FS-REQUEST-006",
                                        health,
                                        "the health path "
                                                + quote(health.value())
                                                + " is not a path",
                                        "begin it with /, and use letters, digits and . _ ~ - / alone"));
        service.name()
                .ifPresent(
                        name ->
                                matches(
                                        name,
                                        NAME,
                                        "FS-REQUEST-002",
                                        "the service's name",
                                        "use up to 40 lower case letters, digits and hyphens"));
    }

    private void port(Sourced<Integer> port, String setting) {
        if (port.value() < 1 || port.value() > 65535) {
            add(
                    "FS-REQUEST-001",
                    port,
                    "the port " + port.value() + " is not between 1 and 65535",
                    "set " + setting + " to a port");
        }
    }

    private void tls(Request request) {
        Optional<Sourced<String>> certificate = request.tlsCertificate();
        Optional<Sourced<String>> key = request.tlsKey();
        if (certificate.isPresent() != key.isPresent()) {
            String there =
                    certificate.isPresent() ? "fullstack.tlsCertificate" : "fullstack.tlsKey";
            String missing =
                    certificate.isPresent() ? "fullstack.tlsKey" : "fullstack.tlsCertificate";
            add(
                    "FS-REQUEST-007",
                    certificate.or(() -> key).orElseThrow(),
                    there + " is set without " + missing,
                    "set both or none");
        } else if (certificate.isPresent() && request.domain().isEmpty()) {
            add(
                    "FS-REQUEST-008",
                    certificate.get(),
                    "there is a certificate but no domain that it is for",
                    "set fullstack.domain");
        }
    }

    private void origins(Request request) {
        new TreeMap<>(request.allowedOrigins())
                .forEach(
                        (directive, origins) -> {
                            Sourced<String> place =
                                    new Sourced<>(directive, "fullstack.allowedOrigins");
                            if (!DIRECTIVES.contains(directive)) {
                                add(
                                        "FS-REQUEST-009",
                                        place,
                                        quote(directive) + " takes no origins",
                                        "use one of " + DIRECTIVES.stream().sorted().toList());
                            }
                            for (String origin : origins) {
                                if (!isSource(directive, origin)) {
                                    add(
                                            "FS-REQUEST-009",
                                            place,
                                            quote(origin) + " is not an origin",
                                            "write scheme://host or scheme://host:port, with http,"
                                                    + " https, ws or wss; *.host is every one below"
                                                    + " it");
                                }
                            }
                        });
    }

    /** Styles that scripts make have neither an origin nor a hash. */
    private static boolean isSource(String directive, String origin) {
        return ORIGIN.matcher(origin).matches()
                || (directive.startsWith("style-src") && origin.equals("'unsafe-inline'"));
    }

    private void prefix(Sourced<String> prefix) {
        if (!isPrefix(prefix.value())) {
            add(
                    "FS-REQUEST-010",
                    prefix,
                    quote(prefix.value()) + " is not a prefix that the gateway can hand on",
                    "write it like /api: with a slash before and none behind");
        }
    }

    private void matches(
            Sourced<String> value, Pattern form, String id, String what, String remedy) {
        if (!form.matcher(value.value()).matches()) {
            add(id, value, what + " " + quote(value.value()) + " is not valid", remedy);
        }
    }

    private void add(String id, Sourced<?> place, String message, String remedy) {
        Finding finding = Finding.error(id, message, remedy);
        findings.add(place.isDefault() ? finding : finding.at(place.source()));
    }

    /** Returns a text in quotes, on one line. */
    static String quote(String text) {
        return "\"" + text.replaceAll("[\\p{Cntrl}]", "?") + "\"";
    }
}
