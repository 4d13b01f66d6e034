package io.github.fullstackmaven.deploy;

/**
 * Does {@linkplain SiteOperation such operations}, one method a kind, so that none can be
 * forgotten.
 */
interface SiteSteps {
    void configureEdge(SiteOperation.ConfigureEdge op);

    void restoreSlot(SiteOperation.RestoreSlot op);

    void addUpstream(SiteOperation.AddUpstream op);

    void switchTo(SiteOperation.Switch op);

    void switchBack(SiteOperation.SwitchBack op);

    void updateSite(SiteOperation.UpdateSite op);

    void keepFiles(SiteOperation.KeepFiles op);

    void drain(SiteOperation.Drain op);

    void removeUpstreams(SiteOperation.RemoveUpstreams op);

    void removeCertificate(SiteOperation.RemoveCertificate op);

    void removeSite(SiteOperation.RemoveSite op);
}
