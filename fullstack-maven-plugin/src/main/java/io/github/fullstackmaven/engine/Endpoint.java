package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Result;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a program finds its engine.
 *
 * @param address as the engine's own settings write it: {@code unix:///var/run/docker.sock}, {@code
 *     ssh://anna@server:22}, {@code tcp://192.0.2.7:2376}
 * @param host the machine that runs the engine, and so publishes the ports of its containers, as
 *     others find it; {@code localhost} for this one
 */
record Endpoint(String address, String host) {
    /** The engine of this machine. */
    static final Endpoint HERE = new Endpoint("", EngineInfo.HERE);

    private static final Pattern REMOTE =
            Pattern.compile(
                    "(ssh|tcp|https?)://(?:[^@/]*@)?(\\[[0-9a-fA-F:.%]+]|[^:/\\[\\]]+)(:[0-9]+)?(?:/.*)?");

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:\\.[0-9]+){3}|\\[::1]");

    /** Returns the endpoint with this address. */
    static Endpoint of(String address, Commands commands) {
        Matcher remote = REMOTE.matcher(address.strip());
        if (!remote.matches()) {
            return new Endpoint(address.strip(), EngineInfo.HERE);
        }
        String host = remote.group(2);
        if (remote.group(1).equals("ssh")) {
            host = known(host, commands).orElse(host);
        }
        return new Endpoint(
                address.strip(), LOOPBACK.matcher(host).matches() ? EngineInfo.HERE : host);
    }

    /** A browser knows nothing of the names in the settings of ssh. */
    private static Optional<String> known(String host, Commands commands) {
        if (host.startsWith("-") || host.startsWith("[")) {
            return Optional.empty();
        }
        Result result = commands.run(Command.of("ssh", "-G", host));
        return result.ok()
                ? result.out()
                        .lines()
                        .filter(line -> line.startsWith("hostname "))
                        .map(line -> line.substring("hostname ".length()).strip())
                        .map(name -> name.contains(":") ? "[" + name + "]" : name)
                        .findFirst()
                : Optional.empty();
    }

    /** Returns whether the way to it leads over a network, or a tunnel. */
    boolean isRemote() {
        return REMOTE.matcher(address).matches();
    }
}
