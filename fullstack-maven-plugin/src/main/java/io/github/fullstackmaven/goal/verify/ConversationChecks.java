package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite.Request;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;

/** Whether conversations begin that are named as such: WebSockets and streams of events. */
final class ConversationChecks {
    private static final String SOCKET = "FS-VERIFY-024";
    private static final String EVENTS = "FS-VERIFY-025";

    private ConversationChecks() {}

    /** Returns the request that begins a WebSocket, as a page of this origin sends it. */
    static Request webSocket(String path, String origin) {
        return Request.get(path)
                .with("Connection", "Upgrade")
                .with("Upgrade", "websocket")
                .with("Origin", origin)
                .with("Sec-WebSocket-Version", "13")
                .with("Sec-WebSocket-Key", "ZnVsbHN0YWNrLXZlcmlmeQ==");
    }

    /** Returns what is to be said of its answer. */
    static Verdict ofWebSocket(String path, Answer answer) {
        String said = path + ": " + answer.summary();
        return answer.status() == 101
                ? Verdict.well(SOCKET, "WebSocket", said)
                : Verdict.unwell(
                        "WebSocket",
                        Finding.error(
                                SOCKET,
                                said + ", not 101",
                                "let the back end take WebSockets of this origin there, below a"
                                        + " prefix that is its own"));
    }

    /** Returns the request that begins a stream of events. */
    static Request events(String path) {
        return Request.get(path).with("Accept", "text/event-stream");
    }

    /** Returns what is to be said of how it begins. */
    static Verdict ofEvents(String path, Answer answer) {
        String said = path + ": " + answer.summary();
        return answer.status() == 200 && answer.type().equals("text/event-stream")
                ? Verdict.well(EVENTS, "stream of events", said)
                : Verdict.unwell(
                        "stream of events",
                        Finding.error(
                                EVENTS,
                                said + ", not 200 text/event-stream",
                                "let the back end send its headers at once, of that type"));
    }
}
