package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;

/**
 * Does {@linkplain AccessoryOperation such operations} by a few engine calls each. Decides nothing.
 */
final class AccessoryExecutor implements AccessorySteps {
    private final Engine engine;
    private final AccessoryControl accessories;

    AccessoryExecutor(Operator operator, Application application) {
        this.engine = operator.engine();
        this.accessories = new AccessoryControl(operator, application);
    }

    @Override
    public void createOwnNetwork(AccessoryOperation.CreateOwnNetwork op) {
        accessories.createNetwork(op.name());
    }

    @Override
    public void createAccessory(AccessoryOperation.CreateAccessory op) {
        accessories.create(op.name());
    }

    @Override
    public void startAccessory(AccessoryOperation.StartAccessory op) {
        engine.start(op.container());
    }

    @Override
    public void gateAccessory(AccessoryOperation.GateAccessory op) {
        accessories.await(op.name(), op.container());
    }

    @Override
    public void removeAccessory(AccessoryOperation.RemoveAccessory op) {
        accessories.remove(op.container());
    }
}
