package io.github.fullstackmaven.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What names in scripts say: of functions, of properties, of variables. */
final class Callees {
    private static final Set<String> CONNECTING =
            Set.of(
                    "fetch",
                    "$fetch",
                    "ofetch",
                    "useFetch",
                    "useSWR",
                    "axios",
                    "ky",
                    "got",
                    "superagent",
                    "request",
                    "get",
                    "post",
                    "put",
                    "patch",
                    "delete",
                    "del",
                    "head",
                    "options",
                    "ajax",
                    "getJSON",
                    "sendBeacon",
                    "io",
                    "connect",
                    "WebSocket",
                    "EventSource",
                    "SockJS",
                    "ReconnectingWebSocket",
                    "GraphQLClient");

    /** Those that take the address in a table of settings. */
    private static final Set<String> CONFIGURED =
            Set.of(
                    "create",
                    "extend",
                    "clone",
                    "HttpLink",
                    "createHttpLink",
                    "ApolloClient",
                    "WebSocketLink",
                    "GraphQLWsLink",
                    "createClient",
                    "fetchBaseQuery",
                    "httpBatchLink",
                    "httpLink",
                    "createTRPCProxyClient",
                    "createTRPCClient");

    private static final Set<String> SCRIPTS =
            Set.of("import", "importScripts", "Worker", "SharedWorker", "loadScript");

    /** Functions that only look at a text, show it, or go where it leads. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "log",
                    "warn",
                    "error",
                    "info",
                    "debug",
                    "trace",
                    "group",
                    "includes",
                    "startsWith",
                    "endsWith",
                    "indexOf",
                    "lastIndexOf",
                    "match",
                    "matchAll",
                    "test",
                    "replace",
                    "replaceAll",
                    "split",
                    "has",
                    "equals",
                    "search",
                    "RegExp",
                    "describe",
                    "expect",
                    "toBe",
                    "toEqual",
                    "assert",
                    "invariant",
                    "warning",
                    "gettext",
                    "createElementNS",
                    "setAttributeNS",
                    "getAttributeNS",
                    "hasAttributeNS",
                    "removeAttributeNS",
                    "createElement",
                    "createTextNode",
                    "open",
                    "assign",
                    "push",
                    "add",
                    "text",
                    "navigate",
                    "redirect",
                    "Symbol",
                    "Set");

    /** Properties that name something, lead somewhere, or are read by people. */
    private static final Set<String> TELLING =
            Set.of(
                    "href",
                    "to",
                    "homepage",
                    "link",
                    "links",
                    "docs",
                    "documentation",
                    "help",
                    "xmlns",
                    "license",
                    "licenses",
                    "repository",
                    "bugs",
                    "author",
                    "id",
                    "$id",
                    "$schema",
                    "ns",
                    "namespace",
                    "namespaceuri",
                    "name",
                    "title",
                    "text",
                    "label",
                    "description",
                    "message",
                    "placeholder",
                    "alt",
                    "content",
                    "example",
                    "examples",
                    "note",
                    "rel",
                    "cite",
                    "website",
                    "svg",
                    "math",
                    "html",
                    "xlink",
                    "xml",
                    "classname",
                    "class",
                    "children",
                    "arialabel",
                    "tooltip",
                    "hint",
                    "origin",
                    "origins",
                    "alloworigin",
                    "referer",
                    "poweredby",
                    "copyright");

    private static final Set<String> SUBJECTS =
            Set.of("api", "backend", "server", "graphql", "socket", "ws", "gateway", "rest");
    private static final Set<String> PLACES =
            Set.of("url", "uri", "base", "host", "root", "origin", "endpoint", "address", "prefix");
    private static final Set<String> OTHER =
            Set.of(
                    "doc",
                    "docs",
                    "documentation",
                    "reference",
                    "help",
                    "key",
                    "version",
                    "dashboard",
                    "console",
                    "link",
                    "page",
                    "site",
                    "image",
                    "img",
                    "avatar");

    private Callees() {}

    static boolean connects(String callee) {
        return CONNECTING.contains(callee);
    }

    static boolean isConfigured(String callee) {
        return connects(callee) || CONFIGURED.contains(callee);
    }

    static boolean loadsScripts(String callee) {
        return SCRIPTS.contains(callee);
    }

    static boolean isHarmless(String callee) {
        return HARMLESS.contains(callee) || callee.endsWith("Error");
    }

    static boolean tells(String property) {
        return TELLING.contains(property.toLowerCase(Locale.ROOT).replace("-", ""));
    }

    /** Returns true for {@code baseURL}, the base of all calls of a client. */
    static boolean isBase(String property) {
        return property.equalsIgnoreCase("baseURL") || property.equalsIgnoreCase("base_url");
    }

    /**
     * Returns true for {@code url} and the like, which say what they are for by what takes them.
     */
    static boolean isPlace(String property) {
        return PLACES.contains(property.toLowerCase(Locale.ROOT));
    }

    /** Returns true for names like {@code API_URL} or {@code backendHost}. */
    static boolean meansApi(String name) {
        if (isBase(name)) {
            return true;
        }
        String[] words =
                name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("^[_$#]+", "")
                        .split("[_$-]+");
        boolean subject = Arrays.stream(words).anyMatch(SUBJECTS::contains);
        boolean place = Arrays.stream(words).anyMatch(PLACES::contains);
        boolean other = Arrays.stream(words).anyMatch(OTHER::contains);
        boolean glued =
                Arrays.stream(words).anyMatch(w -> w.equals("apiurl") || w.equals("apibase"));
        return !other && (glued || (subject && (place || words.length == 1)));
    }
}
