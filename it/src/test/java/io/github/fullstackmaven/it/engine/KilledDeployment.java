package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.LocalCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A deployment or a rollback in a process of its own that is killed, without a chance to tidy up,
 * after so many operations.
 */
final class KilledDeployment {
    private KilledDeployment() {}

    /**
     * Arguments: name, domain, HTTP port, HTTPS port, image id or {@code rollback}, how many
     * operations.
     */
    public static void main(String[] arguments) {
        TestApplication shop =
                new TestApplication(
                        arguments[0],
                        Optional.of(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
        Deployer deployer =
                new Deployer(
                        Engines.find("auto", new LocalCommands()),
                        new Counting(Integer.parseInt(arguments[5])),
                        Clock.systemUTC());
        if (arguments[4].equals("rollback")) {
            deployer.rollback(shop.application(), Optional.empty(), "killed");
        } else {
            deployer.deploy(shop.target(arguments[4]));
        }
    }

    private static final class Counting extends PrintedProgress {
        private final int last;
        private int ended;

        Counting(int last) {
            this.last = last;
        }

        @Override
        public void ended(Operation operation, Duration took) {
            super.ended(operation, took);
            ended++;
            if (ended == last) {
                System.out.println("killed after: " + operation.what());
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
