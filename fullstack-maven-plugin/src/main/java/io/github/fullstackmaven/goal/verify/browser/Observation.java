package io.github.fullstackmaven.goal.verify.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.goal.verify.browser.Complaint.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was heard of one page: events in, complaints out. Knows no clock and no browser. */
final class Observation {
    /** What the page calls when its policy blocks something. */
    static final String BLOCKED = "fullstackVerifyBlocked";

    /** Runs before the page's own scripts. */
    static final String LISTEN =
            "document.addEventListener('securitypolicyviolation', e => "
                    + BLOCKED
                    + "(JSON.stringify({directive: e.effectiveDirective, blocked: e.blockedURI,"
                    + " source: e.sourceFile || '', line: e.lineNumber, column: e.columnNumber,"
                    + " enforced: e.disposition !== 'report'})))";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> GO_ON = Set.of("EventSource", "WebSocket", "Ping");

    /** What comes in pieces; whether something is asked for is known without them. */
    private static final Set<String> PIECES =
            Set.of(
                    "Network.dataReceived",
                    "Network.eventSourceMessageReceived",
                    "Network.webSocketFrameReceived",
                    "Network.webSocketFrameSent");

    private static final int LONGEST = 300;

    /** A browser asks for it whether a page names one or not. */
    private static final String ICON = "/favicon.ico";

    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, String> underWay = new LinkedHashMap<>();
    private final Map<String, String> urls = new LinkedHashMap<>();
    private boolean loaded;
    private boolean crashed;
    private int documentStatus;
    private Optional<String> dialog = Optional.empty();

    /** Returns whether an event is one of those that an open connection brings without end. */
    static boolean goesOn(String method) {
        return PIECES.contains(method);
    }

    /** Takes an event. */
    void heard(String method, JsonNode parameters) {
        switch (method) {
            case "Page.loadEventFired" -> loaded = true;
            case "Inspector.targetCrashed" -> crashed = true;
            case "Page.javascriptDialogOpening" ->
                    dialog = Optional.of(parameters.path("type").asText());
            case "Network.requestWillBeSent" -> sent(parameters);
            case "Network.responseReceived" -> answered(parameters);
            case "Network.loadingFinished" -> underWay.remove(id(parameters));
            case "Network.loadingFailed" -> failed(parameters);
            case "Network.webSocketCreated" ->
                    urls.put(id(parameters), parameters.path("url").asText());
            case "Network.webSocketFrameError" -> socketFailed(parameters);
            case "Runtime.exceptionThrown" -> thrown(parameters.path("exceptionDetails"));
            case "Runtime.consoleAPICalled" -> console(parameters);
            case "Runtime.bindingCalled" -> blocked(parameters);
            default -> {
                // Nothing that goes wrong.
            }
        }
    }

    /** Returns whether the page and all that it names is there. */
    boolean isLoaded() {
        return loaded;
    }

    /** Returns whether the page's process ended. */
    boolean isCrashed() {
        return crashed;
    }

    /** Returns the status of the page itself; 0 as long as there is none. */
    int documentStatus() {
        return documentStatus;
    }

    /** Returns the kind of a dialogue that waits for an answer, once. */
    Optional<String> takeDialog() {
        Optional<String> taken = dialog;
        dialog = Optional.empty();
        return taken;
    }

    /** Returns what is asked for and not answered yet, without what goes on for ever by nature. */
    List<String> underWay() {
        return List.copyOf(underWay.values());
    }

    /** Returns what went wrong. */
    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    private static String id(JsonNode parameters) {
        return parameters.path("requestId").asText();
    }

    private void sent(JsonNode parameters) {
        String url = parameters.path("request").path("url").asText();
        urls.put(id(parameters), url);
        if (!GO_ON.contains(parameters.path("type").asText()) && !url.startsWith("data:")) {
            underWay.put(id(parameters), url);
        }
    }

    private void answered(JsonNode parameters) {
        int status = parameters.path("response").path("status").asInt();
        String url = parameters.path("response").path("url").asText();
        String type = parameters.path("type").asText();
        if (type.equals("Document") && documentStatus == 0) {
            documentStatus = status;
        }
        if (status >= 400 && !type.equals("Document") && !isIcon(url)) {
            complaints.add(
                    new Complaint(
                            Kind.REQUEST,
                            url + " answered " + status,
                            url,
                            status,
                            Optional.empty()));
        }
    }

    private void failed(JsonNode parameters) {
        underWay.remove(id(parameters));
        String url = urls.getOrDefault(id(parameters), "");
        String why = parameters.path("errorText").asText();
        boolean byPolicy = parameters.path("blockedReason").asText().equals("csp");
        boolean byPage = parameters.path("canceled").asBoolean() || why.equals("net::ERR_ABORTED");
        if (!byPolicy && !byPage && !isIcon(url)) {
            complaints.add(
                    new Complaint(Kind.REQUEST, url + " failed: " + why, url, 0, Optional.empty()));
        }
    }

    private void socketFailed(JsonNode parameters) {
        String url = urls.getOrDefault(id(parameters), "WebSocket");
        String why = parameters.path("errorMessage").asText();
        complaints.add(
                new Complaint(Kind.REQUEST, url + " failed: " + why, url, 0, Optional.empty()));
    }

    private void thrown(JsonNode details) {
        String text = details.path("exception").path("description").asText();
        complaints.add(
                Complaint.of(
                        Kind.EXCEPTION,
                        line(text.isEmpty() ? details.path("text").asText() : text),
                        place(
                                details.path("url").asText(),
                                details.path("lineNumber").asInt() + 1,
                                details.path("columnNumber").asInt() + 1)));
    }

    private void console(JsonNode parameters) {
        String type = parameters.path("type").asText();
        if (!type.equals("error") && !type.equals("assert")) {
            return;
        }
        List<String> words = new ArrayList<>();
        for (JsonNode word : parameters.path("args")) {
            words.add(word.path(word.has("value") ? "value" : "description").asText());
        }
        JsonNode frame = parameters.path("stackTrace").path("callFrames").path(0);
        complaints.add(
                Complaint.of(
                        Kind.CONSOLE,
                        line(String.join(" ", words)),
                        place(
                                frame.path("url").asText(),
                                frame.path("lineNumber").asInt() + 1,
                                frame.path("columnNumber").asInt() + 1)));
    }

    private void blocked(JsonNode parameters) {
        if (!parameters.path("name").asText().equals(BLOCKED)) {
            return;
        }
        try {
            JsonNode report = JSON.readTree(parameters.path("payload").asText());
            String url = report.path("blocked").asText();
            complaints.add(
                    new Complaint(
                            report.path("enforced").asBoolean() ? Kind.BLOCKED : Kind.REPORTED,
                            line(report.path("directive").asText() + " blocks " + url),
                            url,
                            0,
                            place(
                                    report.path("source").asText(),
                                    report.path("line").asInt(),
                                    report.path("column").asInt())));
        } catch (JsonProcessingException e) {
            complaints.add(
                    Complaint.of(Kind.BLOCKED, "the policy blocks something", Optional.empty()));
        }
    }

    private static Optional<String> place(String url, int line, int column) {
        return url.isEmpty() ? Optional.empty() : Optional.of(url + ":" + line + ":" + column);
    }

    private static boolean isIcon(String url) {
        return url.endsWith(ICON);
    }

    private static String line(String text) {
        String first = text.strip().split("\\R", 2)[0];
        return first.length() > LONGEST ? first.substring(0, LONGEST - 1) + "…" : first;
    }
}
