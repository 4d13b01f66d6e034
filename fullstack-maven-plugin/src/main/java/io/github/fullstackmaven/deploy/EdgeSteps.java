package io.github.fullstackmaven.deploy;

/**
 * Does {@linkplain EdgeOperation such operations}, one method a kind, so that none can be
 * forgotten.
 */
interface EdgeSteps {
    void createNetwork(EdgeOperation.CreateNetwork op);

    void prepareEdge(EdgeOperation.PrepareEdge op);

    void createEdge(EdgeOperation.CreateEdge op);

    void startEdge(EdgeOperation.StartEdge op);

    void settleEdge(EdgeOperation.SettleEdge op);

    void startNextEdge(EdgeOperation.StartNextEdge op);

    void handOver(EdgeOperation.HandOver op);

    void removeNextEdge(EdgeOperation.RemoveNextEdge op);

    void tryEdge(EdgeOperation.TryEdge op);

    void remakeEdge(EdgeOperation.RemakeEdge op);

    void takeEdgeDown(EdgeOperation.TakeEdgeDown op);

    void removeNetwork(EdgeOperation.RemoveNetwork op);

    void removeEdge(EdgeOperation.RemoveEdge op);
}
