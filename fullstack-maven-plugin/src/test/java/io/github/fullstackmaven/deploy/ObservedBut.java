package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Beside;
import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Site;
import io.github.fullstackmaven.deploy.Observed.Trace;
import java.util.List;
import java.util.Set;

/** What is there, but for what a test says of it. */
final class ObservedBut {
    private final Observed like;
    private EdgeState edge;
    private List<String> upstreams;
    private List<ReleaseRecord> records;
    private List<Site> sites;
    private Set<String> volumes;
    private Trace trace;
    private Beside beside;

    private ObservedBut(Observed like) {
        this.like = like;
        this.edge = like.edge();
        this.upstreams = like.upstreams();
        this.records = like.records();
        this.sites = like.sites();
        this.volumes = like.volumes();
        this.trace = like.trace();
        this.beside = like.beside();
    }

    static ObservedBut like(Observed like) {
        return new ObservedBut(like);
    }

    ObservedBut edge(EdgeState value) {
        this.edge = value;
        return this;
    }

    ObservedBut upstreams(List<String> value) {
        this.upstreams = value;
        return this;
    }

    ObservedBut records(List<ReleaseRecord> value) {
        this.records = value;
        return this;
    }

    ObservedBut sites(List<Site> value) {
        this.sites = value;
        return this;
    }

    ObservedBut volumes(Set<String> value) {
        this.volumes = value;
        return this;
    }

    ObservedBut trace(Trace value) {
        this.trace = value;
        return this;
    }

    ObservedBut beside(Beside value) {
        this.beside = value;
        return this;
    }

    Observed observed() {
        return new Observed(
                edge,
                like.slot(),
                like.generation(),
                like.units(),
                upstreams,
                records,
                sites,
                like.certificates(),
                volumes,
                trace,
                like.room(),
                like.lockHolder(),
                beside);
    }
}
