package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.EdgeUpgrader;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.it.lab.LabEngine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Images;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An upgrade of an edge in a process of its own that dies, without a chance to tidy up, after a
 * command to the engine.
 */
final class EndedUpgrade {
    static final int KILLED = 137;

    /** What changes something; whatever merely asks leaves things as the one before did. */
    private static final Set<String> COMMANDS =
            Set.of("create", "start", "stop", "remove", "rename", "run", "exec", "open");

    private EndedUpgrade() {}

    /** Returns how it ended: 0 when the upgrade has fewer commands. */
    static int run(LabEngine lab, TestApplication shop, String image, int command)
            throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndedUpgrade.class.getName(),
                        shop.name(),
                        String.valueOf(shop.httpPort()),
                        String.valueOf(shop.httpsPort()),
                        image,
                        String.valueOf(command),
                        lab.name())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Arguments: name, HTTP port, HTTPS port, image for the edge, number of a command, engine. */
    public static void main(String[] arguments) {
        TestApplication shop =
                new TestApplication(
                        arguments[0],
                        Optional.of("shop.test"),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]));
        Engine engine = dying(new LabEngine(arguments[5]).engine(), Integer.parseInt(arguments[4]));
        new EdgeUpgrader(engine, new PrintedProgress(), Clock.systemUTC())
                .upgrade(with(shop.application(), arguments[3]), "it");
    }

    private static Engine dying(Engine engine, int last) {
        AtomicInteger count = new AtomicInteger();
        return (Engine)
                Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (proxy, method, words) -> {
                            Object answer;
                            try {
                                answer = method.invoke(engine, words);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                            if (COMMANDS.contains(method.getName())
                                    && count.incrementAndGet() == last) {
                                System.out.println("killed after " + method.getName());
                                Runtime.getRuntime().halt(KILLED);
                            }
                            return answer;
                        });
    }

    /** Returns the same application, with another image for the edge. */
    static Application with(Application is, String edge) {
        return is.but().images(new Images(is.images().app(), Map.of("edge", edge))).application();
    }
}
