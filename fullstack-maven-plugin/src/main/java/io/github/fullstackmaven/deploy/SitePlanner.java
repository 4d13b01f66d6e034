package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what has to be done for the application's place on the edge. Pure. */
final class SitePlanner {
    private final Target target;
    private final Observed observed;

    SitePlanner(Target target, Observed observed) {
        this.target = target;
        this.observed = observed;
    }

    /** Puts a site in order that the edge had to set aside. */
    List<Operation> repair() {
        String live = observed.live();
        return own()
                .filter(site -> !live.isEmpty())
                .flatMap(Observed.Site::fault)
                .map(why -> new SiteOperation.UpdateSite(live, "the edge cannot serve it: " + why))
                .stream()
                .map(Operation.class::cast)
                .toList();
    }

    /** Brings the site up to date where no new release is needed: a renewed certificate, say. */
    List<Operation> update() {
        Optional<String> cause = cause();
        if (cause.isEmpty()) {
            return List.of();
        }
        String live = observed.live();
        List<Operation> operations = new ArrayList<>();
        operations.add(new SiteOperation.UpdateSite(live, cause.get()));
        operations.addAll(removeCertificates(live));
        operations.add(
                new LogbookOperation.WriteJournal(
                        live, LogbookOperation.WriteJournal.SITE, cause.get()));
        return operations;
    }

    /** Removes what the site does not use any more. */
    List<Operation> removeCertificates(String release) {
        Optional<String> kept = target.certificate().map(Certificate::digest);
        return observed.certificates().stream()
                .filter(digest -> !kept.equals(Optional.of(digest)))
                .map(
                        digest ->
                                new SiteOperation.RemoveCertificate(
                                        digest, release, "no site uses it any more"))
                .map(Operation.class::cast)
                .toList();
    }

    private Optional<String> cause() {
        // One that is broken was put in order already, before anything else.
        Optional<Observed.Site> sound = own().filter(site -> site.fault().isEmpty());
        if (sound.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> certificate = target.certificate().map(Certificate::digest);
        if (certificate.isPresent() && !observed.certificates().contains(certificate.get())) {
            return Optional.of("certificate changed");
        }
        Application application = target.application();
        String wanted = Digest.of(EdgeFiles.site(application, target.certificate()));
        return sound.get().digest().equals(wanted)
                ? Optional.empty()
                : Optional.of("its settings for the edge changed");
    }

    private Optional<Observed.Site> own() {
        return observed.site(target.application());
    }
}
