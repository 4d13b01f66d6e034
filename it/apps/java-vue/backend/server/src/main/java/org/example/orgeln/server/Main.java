package org.example.orgeln.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;

/** The API of the organs. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "9090"));
        String host = System.getenv().getOrDefault("HOST", "0.0.0.0");
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/health", exchange -> Json.answer(exchange, 200, Map.of("status", "ok")));
        server.createContext("/api/organs", new OrgansHandler());
        server.createContext("/", exchange -> Json.answer(exchange, 404, Map.of("error", "no such route")));

        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(5), "stop"));
        server.start();
        System.out.println("listening on " + server.getAddress());
    }
}
