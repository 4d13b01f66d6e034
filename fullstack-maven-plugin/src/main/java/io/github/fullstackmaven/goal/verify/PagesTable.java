package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway has to answer where it has the pages: status and headers of each kind of
 * request. Names that are asked for are such as no application has.
 */
final class PagesTable {
    private static final String NOWHERE = "/fullstack-verify-9f3c/of/no/file";
    private static final String GATEWAY =
            "compare src/fullstack/templates/nginx.conf.vm with the built-in one, or remove it";
    private static final String HEADERS =
            "compare src/fullstack/templates/security-headers.conf and nginx.conf.vm with the"
                    + " built-in ones, or remove them";

    private PagesTable() {}

    /**
     * Returns the rows.
     *
     * @param onePageAnAddress whether a generator makes a page for each address, so that others are
     *     nowhere
     * @param framed whether other pages may show these in a frame
     */
    static List<Row> rows(boolean onePageAnAddress, boolean framed) {
        Wish html = Wish.type("text/html");
        Wish fresh = Wish.header("cache-control", "no-cache");
        Wish never = Wish.header("cache-control", "no-store");
        return List.of(
                new Row(
                        "FS-VERIFY-010",
                        "start page",
                        Request.get("/"),
                        List.of(Wish.status(200), html, fresh, Wish.body(true)),
                        GATEWAY),
                new Row(
                        "FS-VERIFY-011",
                        "deep link",
                        Request.get(NOWHERE + "?a=b"),
                        onePageAnAddress
                                ? List.of(Wish.status(200, 404), html)
                                : List.of(Wish.status(200), html, fresh, Wish.body(true)),
                        "an address that is no file is for the front end to understand: "
                                + GATEWAY),
                missing("/assets/fullstack-verify-9F3cAb12.js", never),
                missing("/fullstack-verify-9f3c.css", never),
                new Row(
                        "FS-VERIFY-013",
                        "hidden file",
                        Request.get("/.env"),
                        List.of(Wish.status(404)),
                        GATEWAY),
                new Row(
                        "FS-VERIFY-013",
                        "hidden file",
                        Request.get("/.git/config"),
                        List.of(Wish.status(404)),
                        GATEWAY),
                new Row(
                        "FS-VERIFY-014",
                        "HEAD",
                        new Request("HEAD", "/", Map.of()),
                        List.of(Wish.status(200), html, fresh),
                        GATEWAY),
                new Row(
                        "FS-VERIFY-014",
                        "other method",
                        new Request("POST", "/", Map.of()),
                        List.of(Wish.status(405), Wish.headerWith("allow", "GET")),
                        GATEWAY),
                new Row(
                        "FS-VERIFY-015",
                        "security headers",
                        Request.get("/"),
                        List.of(
                                Wish.header("x-content-type-options", "nosniff"),
                                Wish.headerWith("referrer-policy", "."),
                                Wish.headerWith("cross-origin-opener-policy", "."),
                                Wish.headerWith("permissions-policy", "."),
                                framed
                                        ? Wish.without("x-frame-options")
                                        : Wish.header("x-frame-options", "DENY"),
                                PagesTable::policy),
                        HEADERS),
                new Row(
                        "FS-VERIFY-015",
                        "headers of errors",
                        Request.get("/fullstack-verify-9f3c.js"),
                        List.of(
                                Wish.header("x-content-type-options", "nosniff"),
                                PagesTable::policy),
                        HEADERS),
                new Row(
                        "FS-VERIFY-016",
                        "server's version",
                        Request.get("/"),
                        List.of(
                                Wish.headerWith("server", "^[^0-9]*$"),
                                Wish.without("x-powered-by")),
                        "server_tokens off; in src/fullstack/templates/nginx.conf.vm"));
    }

    /** Returns the row of a file by its name: with a hash in it, its content never changes. */
    static Row file(String path) {
        boolean forever =
                path.matches(
                        "/assets/.*[-.](?=[^./]*[A-Z0-9])(?=[^./]*[A-Za-z])[A-Za-z0-9_-]{8,}\\.[a-z0-9]+");
        return new Row(
                "FS-VERIFY-017",
                forever ? "file with a hash" : "file without a hash",
                Request.get(path),
                List.of(
                        Wish.status(200),
                        Wish.header(
                                "cache-control",
                                forever ? "public, max-age=31536000, immutable" : "no-cache")),
                GATEWAY);
    }

    private static Row missing(String path, Wish never) {
        return new Row(
                "FS-VERIFY-012",
                "missing file",
                Request.get(path),
                List.of(Wish.status(404), never),
                "a file that is not there is not a page: " + GATEWAY);
    }

    private static Optional<String> policy(Answer answer) {
        return Policies.of(answer).isPresent()
                ? Optional.empty()
                : Optional.of("content-security-policy is missing");
    }
}
