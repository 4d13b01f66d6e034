package io.github.fullstackmaven.host.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A conversation with a Chromium in its DevTools protocol: calls that are answered, and events that
 * are kept until somebody asks for them.
 */
public final class DevTools implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Pictures come in one message. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final WebSocket socket;
    private volatile boolean gone;

    private DevTools(URI address) {
        this.socket =
                within(
                        HttpClient.newBuilder()
                                .proxy(HttpClient.Builder.NO_PROXY)
                                .build()
                                .newWebSocketBuilder()
                                .connectTimeout(ANSWER)
                                .buildAsync(address, new Ear()));
    }

    /** Connects. */
    static DevTools at(URI address) {
        return new DevTools(address);
    }

    /**
     * Calls a method, and returns its result.
     *
     * @param session the page that it is about; empty: the browser
     * @throws SilentBrowserException when there is no answer in 20 seconds
     * @throws BrowserException when the browser refuses it or is gone
     */
    public JsonNode call(String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        if (gone) {
            throw new BrowserException("the browser ended");
        }
        try {
            within(socket.sendText(message.toString(), true));
            JsonNode answered = within(answer);
            if (answered.has("error")) {
                throw new BrowserException(
                        method + ": " + answered.path("error").path("message").asText());
            }
            return answered.path("result");
        } finally {
            asked.remove(id);
        }
    }

    /**
     * Returns the next event: {@code method}, {@code params}, {@code sessionId}.
     *
     * @throws BrowserException when there will be none any more
     */
    public Optional<JsonNode> next(Duration wait) {
        try {
            JsonNode event = events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null && gone) {
                throw new BrowserException("the browser ended");
            }
            return Optional.ofNullable(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("interrupted");
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static <T> T within(CompletableFuture<T> work) {
        try {
            return work.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new SilentBrowserException("the browser did not answer");
        } catch (ExecutionException e) {
            throw new BrowserException("the browser ended: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("interrupted");
        }
    }

    private void heard(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Not even a browser says everything right; whoever waits for it hears of its silence.
            return;
        }
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = asked.get(message.path("id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
        } else {
            events.add(message);
        }
    }

    private void ended(String why) {
        gone = true;
        asked.values().forEach(a -> a.completeExceptionally(new BrowserException(why)));
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            if (text.length() + part.length() <= LONGEST) {
                text.append(part);
            }
            if (last) {
                heard(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            ended("the browser ended");
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended(String.valueOf(error.getMessage()));
        }
    }
}
