package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.it.lab.LabEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A deployment in a process of its own that dies, without a chance to tidy up, after a step. */
final class CrashedDeploy {
    private CrashedDeploy() {}

    /** Arguments: name, domain, HTTP port, HTTPS port, image id, kind of the operation, engine. */
    public static void main(String[] arguments) {
        TestApplication shop =
                new TestApplication(
                        arguments[0],
                        Optional.of(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
        Engine engine = new LabEngine(arguments[6]).engine();
        Target target = shop.target(arguments[4]);
        new Deployer(
                        engine,
                        new PrintedProgress() {
                            @Override
                            public void ended(Operation operation, Duration took) {
                                super.ended(operation, took);
                                if (operation.getClass().getSimpleName().equals(arguments[5])) {
                                    Runtime.getRuntime().halt(137);
                                }
                            }
                        },
                        Clock.systemUTC())
                .deploy(target);
    }
}
