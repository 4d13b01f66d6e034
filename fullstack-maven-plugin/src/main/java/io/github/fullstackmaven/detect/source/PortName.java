package io.github.fullstackmaven.detect.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells from a name whether it means the port that the server listens on. */
public final class PortName {
    private static final Set<String> PLAIN =
            Set.of(
                    "api", "app", "backend", "bind", "default", "http", "listen", "main", "port",
                    "server", "service", "web");
    private static final Set<String> FOREIGN =
            Set.of(
                    "amqp",
                    "cache",
                    "client",
                    "consul",
                    "database",
                    "db",
                    "debug",
                    "dns",
                    "etcd",
                    "frontend",
                    "ftp",
                    "grpc",
                    "imap",
                    "kafka",
                    "ldap",
                    "ldaps",
                    "mail",
                    "mailer",
                    "memcached",
                    "metrics",
                    "mongo",
                    "mongodb",
                    "mqtt",
                    "mysql",
                    "nats",
                    "otel",
                    "pg",
                    "postgres",
                    "postgresql",
                    "prometheus",
                    "proxy",
                    "rabbitmq",
                    "redis",
                    "remote",
                    "rtmp",
                    "rtsp",
                    "s3",
                    "sftp",
                    "sip",
                    "smtp",
                    "ssh",
                    "storage",
                    "stun",
                    "syslog",
                    "target",
                    "https",
                    "tls",
                    "turn",
                    "udp");

    private PortName() {}

    /** Returns true for a name that may mean it. */
    public static boolean isPort(String name) {
        return parts(name).contains("port") && !isForeign(name);
    }

    /** Returns true for the name of something that is reached, or that nobody outside reaches. */
    public static boolean isForeign(String name) {
        return parts(name).stream().anyMatch(FOREIGN::contains);
    }

    /** Returns how far the name is from plainly meaning it: 0, or more for a name of its own. */
    public static int rank(String name) {
        List<String> parts = parts(name);
        return parts.equals(List.of("port")) ? 0 : PLAIN.containsAll(parts) ? 1 : 6;
    }

    private static List<String> parts(String name) {
        String[] parts = name.split("[_.-]|(?<=[a-z0-9])(?=[A-Z])");
        return Stream.of(parts).map(part -> part.toLowerCase(Locale.ROOT)).toList();
    }
}
