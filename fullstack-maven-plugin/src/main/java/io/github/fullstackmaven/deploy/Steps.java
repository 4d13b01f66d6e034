package io.github.fullstackmaven.deploy;

/** Does operations, one method a kind, so that none can be forgotten. */
interface Steps {
    void pullImage(Operation.PullImage op);

    void takeLock(Operation.TakeLock op);

    void releaseLock(Operation.ReleaseLock op);

    void createNetwork(Operation.CreateNetwork op);

    void prepareEdge(Operation.PrepareEdge op);

    void createEdge(Operation.CreateEdge op);

    void startEdge(Operation.StartEdge op);

    void settleEdge(Operation.SettleEdge op);

    void startNextEdge(Operation.StartNextEdge op);

    void handOver(Operation.HandOver op);

    void removeNextEdge(Operation.RemoveNextEdge op);

    void tryEdge(Operation.TryEdge op);

    void remakeEdge(Operation.RemakeEdge op);

    void takeEdgeDown(Operation.TakeEdgeDown op);

    void configureEdge(Operation.ConfigureEdge op);

    void restoreSlot(Operation.RestoreSlot op);

    void createVolume(Operation.CreateVolume op);

    void removeVolume(Operation.RemoveVolume op);

    void createOwnNetwork(Operation.CreateOwnNetwork op);

    void createAccessory(Operation.CreateAccessory op);

    void startAccessory(Operation.StartAccessory op);

    void gateAccessory(Operation.GateAccessory op);

    void removeAccessory(Operation.RemoveAccessory op);

    void writeSecrets(Operation.WriteSecrets op);

    void createUnit(Operation.CreateUnit op);

    void startUnit(Operation.StartUnit op);

    /** See {@link Operation.ReviveUnit}. */
    void reviveUnit(Operation.ReviveUnit op);

    void runHook(Operation.RunHook op);

    void removeHook(Operation.RemoveHook op);

    void stopUnit(Operation.StopUnit op);

    void addUpstream(Operation.AddUpstream op);

    void gate(Operation.Gate op);

    void switchTo(Operation.Switch op);

    void switchBack(Operation.SwitchBack op);

    void updateSite(Operation.UpdateSite op);

    void keepFiles(Operation.KeepFiles op);

    void watch(Operation.Watch op);

    void drain(Operation.Drain op);

    void retireUnit(Operation.RetireUnit op);

    void removeUpstreams(Operation.RemoveUpstreams op);

    void prune(Operation.Prune op);

    void removeImages(Operation.RemoveImages op);

    void removeCertificate(Operation.RemoveCertificate op);

    void removeSite(Operation.RemoveSite op);

    void removeUnit(Operation.RemoveUnit op);

    void removeNetwork(Operation.RemoveNetwork op);

    void removeEdge(Operation.RemoveEdge op);

    void writeJournal(Operation.WriteJournal op);
}
