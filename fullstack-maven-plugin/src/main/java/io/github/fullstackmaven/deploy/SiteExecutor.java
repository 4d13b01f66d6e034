package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitSettings;
import java.time.Duration;
import java.util.List;

/** Does {@linkplain SiteOperation such operations} by a few engine calls each. Decides nothing. */
final class SiteExecutor implements SiteSteps {
    private final Engine engine;
    private final Aim aim;
    private final Application application;
    private final Progress progress;
    private final EdgeControl edge;
    private final DeployLock lock;
    private final EdgeChanges changes;
    private List<String> oldWorkers = List.of();
    private String siteBefore = "";

    SiteExecutor(Operator operator, Aim aim, EdgeControl edge, DeployLock lock) {
        this.engine = operator.engine();
        this.aim = aim;
        this.application = aim.application();
        this.progress = operator.progress();
        this.edge = edge;
        this.lock = lock;
        this.changes = new EdgeChanges(aim);
    }

    @Override
    public void configureEdge(SiteOperation.ConfigureEdge op) {
        String live = edge.generation();
        Setback.unlessChanged(edge.apply(live, live, changes.configuration()));
    }

    @Override
    public void restoreSlot(SiteOperation.RestoreSlot op) {
        Setback.unlessChanged(edge.apply(op.release(), op.release(), changes.restored(op)));
    }

    @Override
    public void addUpstream(SiteOperation.AddUpstream op) {
        Setback.unlessChanged(edge.apply(op.live(), op.live(), changes.upstream(op)));
    }

    @Override
    public void switchTo(SiteOperation.Switch op) {
        lock.check();
        siteBefore = op.from().isEmpty() ? "" : edge.site();
        apply(op.from(), op.to(), changes.live(op));
    }

    @Override
    public void switchBack(SiteOperation.SwitchBack op) {
        apply(op.from(), op.to(), changes.back(op, siteBefore));
    }

    private void apply(String from, String to, Change change) {
        ExecResult result = edge.apply(from, to, change);
        if (result.ok()) {
            oldWorkers = words(result.out());
        } else if (!edge.generation().equals(to)) {
            // The edge was asked: the client may have been cut off after the switch was done.
            throw new Setback(Outcome.SWITCH_FAILED, EdgeProblems.notSwitched(result.complaint()));
        }
    }

    @Override
    public void updateSite(SiteOperation.UpdateSite op) {
        lock.check();
        Setback.unlessChanged(edge.apply(op.live(), op.live(), changes.site()));
    }

    @Override
    public void keepFiles(SiteOperation.KeepFiles op) {
        ExecResult files =
                engine.exec(
                        op.unit().name(),
                        List.of("find", UnitSettings.PAGES, "-type", "f"),
                        "",
                        Duration.ofSeconds(60));
        List<String> names =
                files.out()
                        .lines()
                        .filter(file -> file.startsWith(UnitSettings.PAGES + "/"))
                        .map(file -> file.substring(UnitSettings.PAGES.length()))
                        .toList();
        int port = aim.blueprint(op.release()).port();
        ExecResult result = files.ok() ? edge.keep(op.release(), port, names) : files;
        if (!result.ok()) {
            progress.note(
                    "pages of "
                            + op.release()
                            + " that stay open will miss its files: "
                            + result.complaint());
        }
    }

    @Override
    public void drain(SiteOperation.Drain op) {
        if (!edge.drain(application.timing().drain(), oldWorkers)) {
            progress.note(
                    "some connections of before went on for longer than the drain time; those to"
                            + " the release before are cut");
        }
        oldWorkers = List.of();
    }

    @Override
    public void removeUpstreams(SiteOperation.RemoveUpstreams op) {
        Setback.unlessChanged(
                edge.apply(op.meanwhile(), op.meanwhile(), changes.withoutUpstreams(op)));
    }

    @Override
    public void removeCertificate(SiteOperation.RemoveCertificate op) {
        Setback.unlessChanged(
                edge.apply(op.meanwhile(), op.meanwhile(), changes.withoutCertificate(op)));
    }

    @Override
    public void removeSite(SiteOperation.RemoveSite op) {
        ExecResult result = edge.apply(op.live(), "", changes.gone(op));
        Setback.unlessChanged(result);
        edge.forgetKept();
        oldWorkers = words(result.out());
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
