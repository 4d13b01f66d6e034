package io.github.fullstackmaven.goal.verify.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.host.browser.BrowserException;
import io.github.fullstackmaven.host.browser.DevTools;
import io.github.fullstackmaven.host.browser.SilentBrowserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a page in a tab of its own, waits until it is quiet, and says what was seen. */
final class Visit {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LOAD = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofMillis(100);

    /** Pages of the same site; of what is after a hash only what is a route by itself. */
    private static final String LINKS =
            "JSON.stringify([...new Set([...document.querySelectorAll('a[href]')]"
                    + ".filter(a => a.origin === location.origin && !a.hasAttribute('download'))"
                    + ".map(a => a.pathname + a.search + (/^#[/!]/.test(a.hash) ? a.hash : '')))]"
                    + ".slice(0, 200))";

    private static final String NOTHING_TO_SEE =
            "!document.body || !(document.body.innerText.trim() || document.body.querySelector("
                    + "'img, svg, canvas, video, iframe, input, button, object, embed'))";

    private final DevTools tools;
    private final Runnable checkpoint;
    private final Map<String, String> headers;

    /**
     * Takes what visiting needs.
     *
     * @param checkpoint ends the visit when the user wants it
     * @param headers headers of every request
     */
    Visit(DevTools tools, Runnable checkpoint, Map<String, String> headers) {
        this.tools = tools;
        this.checkpoint = checkpoint;
        this.headers = Map.copyOf(headers);
    }

    /**
     * Visits.
     *
     * @param url the page's address
     * @param path its path, for people
     * @throws BrowserException when the browser is gone
     */
    Sight to(String url, String path) {
        String target =
                tools.call("", "Target.createTarget", Map.of("url", "about:blank"))
                        .path("targetId")
                        .asText();
        String session =
                tools.call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                        .path("sessionId")
                        .asText();
        try {
            return seen(session, url, path);
        } finally {
            tools.call("", "Target.closeTarget", Map.of("targetId", target));
        }
    }

    private Sight seen(String session, String url, String path) {
        for (String domain : List.of("Inspector", "Page", "Runtime", "Network")) {
            tools.call(session, domain + ".enable", Map.of());
        }
        tools.call(session, "Network.setExtraHTTPHeaders", Map.of("headers", headers));
        tools.call(session, "Runtime.addBinding", Map.of("name", Observation.BLOCKED));
        tools.call(
                session,
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", Observation.LISTEN));
        Observation observation = new Observation();
        tools.call(session, "Page.navigate", Map.of("url", url));
        PageState state = watch(session, observation);
        if (state != PageState.CRASHED && isSilent(session)) {
            state = PageState.SILENT;
        }
        boolean answers = state != PageState.CRASHED && state != PageState.SILENT;
        boolean empty =
                answers && value(session, NOTHING_TO_SEE).map(JsonNode::asBoolean).orElse(false);
        return new Sight(
                path,
                observation.documentStatus(),
                observation.complaints(),
                observation.underWay(),
                state,
                empty,
                answers ? links(session) : List.of(),
                answers ? picture(session) : Optional.empty());
    }

    /** Until it is loaded and has asked for nothing for a while, or has had its time. */
    private PageState watch(String session, Observation observation) {
        long begin = System.nanoTime();
        long loaded = 0;
        long busy = begin;
        while (!observation.isCrashed()) {
            checkpoint.run();
            Optional<JsonNode> event = tools.next(TICK);
            event.filter(e -> e.path("sessionId").asText().equals(session))
                    .ifPresent(e -> observation.heard(e.path("method").asText(), e.path("params")));
            observation.takeDialog().ifPresent(d -> answer(session));
            long now = System.nanoTime();
            boolean happens =
                    event.filter(e -> !Observation.goesOn(e.path("method").asText())).isPresent();
            if (happens || !observation.underWay().isEmpty()) {
                busy = now;
            }
            if (loaded == 0 && observation.isLoaded()) {
                loaded = now;
            }
            if (loaded == 0 && now - begin > LOAD.toNanos()) {
                return PageState.LOADING;
            }
            if (loaded != 0 && now - busy > QUIET.toNanos()) {
                return PageState.IDLE;
            }
            if (loaded != 0 && now - loaded > IDLE.toNanos()) {
                return PageState.BUSY;
            }
        }
        return PageState.CRASHED;
    }

    /** Whether a script of the page does not end. What it asks for is no sign of that. */
    private boolean isSilent(String session) {
        try {
            tools.call(session, "Runtime.evaluate", Map.of("expression", "0"));
            return false;
        } catch (SilentBrowserException e) {
            return true;
        } catch (BrowserException e) {
            // It is on its way to another page; one that is gone is noticed by whoever asks next.
            return false;
        }
    }

    /** A page that asks its visitor something stands still until it is told. */
    private void answer(String session) {
        tools.call(session, "Page.handleJavaScriptDialog", Map.of("accept", true));
    }

    private List<String> links(String session) {
        List<String> links = new ArrayList<>();
        try {
            String text = value(session, LINKS).map(JsonNode::asText).orElse("[]");
            JSON.readTree(text).forEach(l -> links.add(l.asText()));
        } catch (JsonProcessingException e) {
            // The page has its own idea of JSON; then it has no links that could be followed.
            return List.of();
        }
        return links;
    }

    private Optional<JsonNode> value(String session, String expression) {
        try {
            JsonNode result =
                    tools.call(
                            session,
                            "Runtime.evaluate",
                            Map.of(
                                    "expression",
                                    expression,
                                    "returnByValue",
                                    true,
                                    "timeout",
                                    5000));
            return Optional.of(result.path("result").path("value")).filter(v -> !v.isMissingNode());
        } catch (BrowserException e) {
            // It is on its way to another page.
            return Optional.empty();
        }
    }

    private Optional<byte[]> picture(String session) {
        try {
            String data =
                    tools.call(session, "Page.captureScreenshot", Map.of("format", "png"))
                            .path("data")
                            .asText();
            return Optional.of(Base64.getDecoder().decode(data));
        } catch (BrowserException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
