package io.github.fullstackmaven.deploy;

/** Does operations, each kind by one of its own. */
interface Steps {
    EdgeSteps edges();

    SiteSteps sites();

    UnitSteps units();

    AccessorySteps accessories();

    StoreSteps store();

    LogbookSteps logbook();
}
