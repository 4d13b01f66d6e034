package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.it.lab.LabEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A deployment or a rollback in a process of its own that comes to an end which nobody planned, at
 * one of its operations.
 */
final class EndedDeployment {
    /** So that a signal comes in the middle of an operation. */
    private static final Duration MIDDLE = Duration.ofMillis(60);

    private EndedDeployment() {}

    /** How it ends. */
    enum How {
        /** Killed once the operation is done: the process alone, its programs stay behind. */
        KILLED_AFTER,
        /** Killed in the middle of it, with the engine's programs that it runs. */
        KILLED_IN,
        /** Ctrl-C in the middle of it: the programs that it runs get that as well. */
        INTERRUPTED_IN,
        /** Told to end in the middle of it, as a build machine does. */
        TERMINATED_IN
    }

    /**
     * Runs one and returns how its process ended.
     *
     * @param what the image, or {@code rollback}
     * @param operation at which operation, from 1; beyond the last it comes to its own end
     */
    static int run(LabEngine lab, TestApplication shop, String what, How how, int operation) {
        List<String> argv =
                new ArrayList<>(
                        List.of(
                                "setsid",
                                "--wait",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EndedDeployment.class.getName(),
                                shop.name(),
                                shop.domain().orElseThrow(),
                                String.valueOf(shop.httpPort()),
                                String.valueOf(shop.httpsPort()),
                                what,
                                lab.name(),
                                how.name(),
                                String.valueOf(operation)));
        try {
            return new ProcessBuilder(argv).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Arguments: name, domain, HTTP port, HTTPS port, what, engine, how, operation. */
    public static void main(String[] arguments) {
        TestApplication shop =
                new TestApplication(
                        arguments[0],
                        Optional.of(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
        Deployer deployer =
                new Deployer(
                        new LabEngine(arguments[5]).engine(),
                        new Ending(How.valueOf(arguments[6]), Integer.parseInt(arguments[7])),
                        Clock.systemUTC());
        Interruption.during(
                deployer::cancel,
                () ->
                        arguments[4].equals("rollback")
                                ? deployer.rollback(shop.application(), Optional.empty(), "ended")
                                : deployer.deploy(shop.target(arguments[4])));
    }

    private static final class Ending extends PrintedProgress {
        private final How how;
        private final int last;
        private int begun;

        Ending(How how, int last) {
            this.how = how;
            this.last = last;
        }

        @Override
        public void begins(Operation operation) {
            begun++;
            if (begun == last && how != How.KILLED_AFTER) {
                Thread ender = new Thread(() -> end(operation), "ender");
                ender.setDaemon(true);
                ender.start();
            }
        }

        @Override
        public void ended(Operation operation, Duration took) {
            super.ended(operation, took);
            if (begun == last && how == How.KILLED_AFTER) {
                System.out.println("killed after: " + operation.what());
                Runtime.getRuntime().halt(137);
            }
        }

        private void end(Operation operation) {
            long self = ProcessHandle.current().pid();
            List<String> kill =
                    switch (how) {
                        case KILLED_IN -> List.of("kill", "-KILL", "--", "-" + self);
                        case INTERRUPTED_IN -> List.of("kill", "-INT", "--", "-" + self);
                        default -> List.of("kill", "-TERM", String.valueOf(self));
                    };
            try {
                Thread.sleep(MIDDLE.toMillis());
                System.out.println(how + ": " + operation.what());
                new ProcessBuilder(kill).inheritIO().start();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
