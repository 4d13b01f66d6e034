package org.example.orgeln.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.example.orgeln.Organ;
import org.example.orgeln.Organs;

/** Answers with all organs, or with one. */
final class OrgansHandler implements HttpHandler {
    private static final String ALL = "/api/organs";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(ALL)) {
            Json.answer(exchange, 200, Organs.all());
            return;
        }
        Optional<Organ> organ = Organs.find(path.substring(ALL.length() + 1));
        if (organ.isPresent()) {
            Json.answer(exchange, 200, organ.get());
        } else {
            Json.answer(exchange, 404, Map.of("error", "no such organ"));
        }
    }
}
