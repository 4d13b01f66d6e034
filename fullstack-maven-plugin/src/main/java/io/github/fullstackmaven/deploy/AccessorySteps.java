package io.github.fullstackmaven.deploy;

/**
 * Does {@linkplain AccessoryOperation such operations}, one method a kind, so that none can be
 * forgotten.
 */
interface AccessorySteps {
    void createOwnNetwork(AccessoryOperation.CreateOwnNetwork op);

    void createAccessory(AccessoryOperation.CreateAccessory op);

    void startAccessory(AccessoryOperation.StartAccessory op);

    void gateAccessory(AccessoryOperation.GateAccessory op);

    void removeAccessory(AccessoryOperation.RemoveAccessory op);
}
