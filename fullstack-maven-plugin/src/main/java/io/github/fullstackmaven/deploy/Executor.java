package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;

/** Knows for every kind of operation who does it. */
final class Executor implements Steps {
    private final EdgeSteps edges;
    private final SiteSteps sites;
    private final UnitSteps units;
    private final AccessorySteps accessories;
    private final StoreSteps store;
    private final LogbookSteps logbook;

    Executor(Operator operator, Aim aim, DeployLock lock) {
        Application application = aim.application();
        EdgeControl edge = new EdgeControl(operator.engine(), application, operator.progress());
        this.edges = new EdgeExecutor(operator, aim, edge);
        this.sites = new SiteExecutor(operator, aim, edge, lock);
        this.units = new UnitExecutor(operator, aim, edge);
        this.accessories = new AccessoryExecutor(operator, application);
        this.store = new StoreExecutor(operator, application, edge);
        this.logbook = new LogbookExecutor(operator, aim, edge, lock);
    }

    @Override
    public EdgeSteps edges() {
        return edges;
    }

    @Override
    public SiteSteps sites() {
        return sites;
    }

    @Override
    public UnitSteps units() {
        return units;
    }

    @Override
    public AccessorySteps accessories() {
        return accessories;
    }

    @Override
    public StoreSteps store() {
        return store;
    }

    @Override
    public LogbookSteps logbook() {
        return logbook;
    }
}
