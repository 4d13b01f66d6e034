package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.UnitOperation.Keep;
import io.github.fullstackmaven.model.Application;

/** Which of the edge's files an operation changes, and to what. Pure. */
final class EdgeChanges {
    private final Aim aim;
    private final Application application;
    private final String project;

    EdgeChanges(Aim aim) {
        this.aim = aim;
        this.application = aim.application();
        this.project = Names.project(application);
    }

    Change configuration() {
        return new Change()
                .put("nginx.conf", EdgeFiles.nginx())
                .put("mime.types", EdgeFiles.types());
    }

    Change restored(SiteOperation.RestoreSlot op) {
        return slot(new Change(), op.release(), false);
    }

    Change upstream(SiteOperation.AddUpstream op) {
        int port = aim.blueprint(op.release()).port();
        return new Change()
                .put(unitPath(op.release()), EdgeFiles.unit(application, op.release(), port));
    }

    /** A new release comes with its record, before all else: what is live has one. */
    Change live(SiteOperation.Switch op) {
        Change change = new Change();
        aim.site()
                .ifPresent(
                        site -> {
                            Blueprint blueprint = aim.blueprint(op.to());
                            change.put(
                                    recordPath(op.to()),
                                    ReleaseRecords.text(op.to(), op.from(), blueprint));
                            site(change, site);
                        });
        return slot(change, op.to(), true);
    }

    /**
     * The switch undone.
     *
     * @param site the site as it was before the switch; empty for none
     */
    Change back(SiteOperation.SwitchBack op, String site) {
        Change change = slot(new Change(), op.to(), false);
        return site.isEmpty() ? change : change.put(sitePath(), site + "\n");
    }

    /** The application's place on the edge: certificate, domain, limits. */
    Change site() {
        return site(new Change(), aim.site().orElseThrow());
    }

    private Change site(Change change, Target site) {
        site.certificate()
                .ifPresent(
                        c ->
                                change.put(
                                                certificatePath(c.digest()) + "/fullchain.pem",
                                                c.chainPem())
                                        .put(certificatePath(c.digest()) + "/key.pem", c.keyPem()));
        return change.put(sitePath(), EdgeFiles.site(application, site.certificate()))
                .remove(brokenPath());
    }

    Change retired(UnitOperation.RetireUnit op) {
        Change change = new Change().remove(unitPath(op.release()));
        if (op.record() == Keep.NOTHING) {
            change.remove(recordPath(op.release()));
        }
        return op.meanwhile().isEmpty() ? change : slot(change, op.meanwhile(), false);
    }

    Change withoutUpstreams(SiteOperation.RemoveUpstreams op) {
        Change change = new Change();
        op.releases().forEach(release -> change.remove(unitPath(release)));
        return change;
    }

    Change withoutCertificate(SiteOperation.RemoveCertificate op) {
        return new Change().remove(certificatePath(op.digest()));
    }

    Change gone(SiteOperation.RemoveSite op) {
        Change change =
                new Change()
                        .remove(sitePath())
                        .remove(slotPath())
                        .remove("certs/" + project)
                        .remove(brokenPath())
                        .remove("releases/" + project)
                        .remove("journal/" + project + ".jsonl");
        op.upstreams().forEach(release -> change.remove(unitPath(release)));
        return change;
    }

    private Change slot(Change change, String release, boolean watched) {
        return change.put(slotPath(), EdgeFiles.slot(application, release, watched));
    }

    private String slotPath() {
        return "slots/" + project + ".slot";
    }

    private String sitePath() {
        return "projects/" + project + ".conf";
    }

    /** What the edge put aside when it could not be served. */
    private String brokenPath() {
        return "projects/" + project + ".broken";
    }

    private String unitPath(String release) {
        return "units/" + project + "." + release + ".unit";
    }

    private String recordPath(String release) {
        return "releases/" + project + "/" + release + ".json";
    }

    private String certificatePath(String digest) {
        return "certs/" + project + "/" + digest;
    }
}
