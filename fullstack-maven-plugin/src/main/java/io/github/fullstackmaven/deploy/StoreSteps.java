package io.github.fullstackmaven.deploy;

/**
 * Does {@linkplain StoreOperation such operations}, one method a kind, so that none can be
 * forgotten.
 */
interface StoreSteps {
    void pullImage(StoreOperation.PullImage op);

    void createVolume(StoreOperation.CreateVolume op);

    void removeVolume(StoreOperation.RemoveVolume op);

    void prune(StoreOperation.Prune op);

    void removeImages(StoreOperation.RemoveImages op);
}
