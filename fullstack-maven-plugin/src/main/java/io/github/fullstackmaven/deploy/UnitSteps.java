package io.github.fullstackmaven.deploy;

/**
 * Does {@linkplain UnitOperation such operations}, one method a kind, so that none can be
 * forgotten.
 */
interface UnitSteps {
    void writeSecrets(UnitOperation.WriteSecrets op);

    void createUnit(UnitOperation.CreateUnit op);

    void startUnit(UnitOperation.StartUnit op);

    /** See {@link UnitOperation.ReviveUnit}. */
    void reviveUnit(UnitOperation.ReviveUnit op);

    void runHook(UnitOperation.RunHook op);

    void removeHook(UnitOperation.RemoveHook op);

    void stopUnit(UnitOperation.StopUnit op);

    void gate(UnitOperation.Gate op);

    void watch(UnitOperation.Watch op);

    void retireUnit(UnitOperation.RetireUnit op);

    void removeUnit(UnitOperation.RemoveUnit op);
}
