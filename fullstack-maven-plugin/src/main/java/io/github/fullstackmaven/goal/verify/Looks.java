package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.deploy.Trial;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.goal.verify.browser.BrowserLook;
import io.github.fullstackmaven.host.HttpSite;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.PageNeeds;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.Verdict;
import io.github.fullstackmaven.model.Volume;
import io.github.fullstackmaven.render.ContentSecurityPolicy;
import io.github.fullstackmaven.render.PageAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks at a unit that is well: asks it, and looks into its containers. */
public final class Looks {
    private static final Duration EXEC = Duration.ofSeconds(30);

    private final Trial trial;
    private final Application application;
    private final HttpSite site;
    private final URI origin;

    /**
     * Takes what to look at.
     *
     * @param site where the unit is asked
     */
    public Looks(Trial trial, HttpSite site) {
        this.trial = trial;
        this.application = trial.application();
        this.site = site;
        this.origin = URI.create(application.publicUrl());
    }

    /** Waits until the unit is well. */
    public Verdict health() {
        return Readiness.await(trial, site, application.timing().ready());
    }

    /** Asks for all that the model says that it answers. */
    public List<Verdict> answers(Wanted wanted) {
        List<Verdict> all = new ArrayList<>(new RouteChecks(application, site::ask).verdicts());
        trial.checkpoint();
        boolean process = application.root().filter(Service::isProcess).isPresent();
        boolean pages = !process && application.frontend().isPresent();
        if (pages) {
            boolean framed = ContentSecurityPolicy.of(application, PageNeeds.NONE).mayBeFramed();
            for (Row row : PagesTable.rows(PageAddresses.eachHasAPage(application), framed)) {
                all.add(row.judge(site.ask(row.request())));
            }
        }
        if (pages || process) {
            Walk walk = new Walk(site, origin, this::isRoute, trial::checkpoint, "/");
            all.addAll(walk.verdicts());
            if (pages) {
                walk.somePaths().stream()
                        .map(PagesTable::file)
                        .forEach(row -> all.add(row.judge(site.ask(row.request()))));
            }
        }
        for (String path : wanted.webSockets()) {
            trial.checkpoint();
            all.add(
                    ConversationChecks.ofWebSocket(
                            path,
                            site.begin(ConversationChecks.webSocket(path, origin.toString()))));
        }
        for (String path : wanted.eventStreams()) {
            trial.checkpoint();
            all.add(ConversationChecks.ofEvents(path, site.begin(ConversationChecks.events(path))));
        }
        return List.copyOf(all);
    }

    /** Looks into its containers. */
    public List<Verdict> insides(Engine engine) {
        List<Verdict> all = new ArrayList<>();
        for (Trial.Part part : trial.parts()) {
            trial.checkpoint();
            List<String> shell = List.of("/bin/sh", "-c", Insides.LOOK);
            all.addAll(
                    Insides.of(
                            part.role(),
                            engine.exec(part.container(), shell, "", EXEC),
                            declared(part.role())));
        }
        return List.copyOf(all);
    }

    /** Looks at its pages in a browser. */
    public List<Verdict> pages(
            BrowserLook look, Optional<String> browser, Map<String, String> headers) {
        boolean process = application.root().filter(Service::isProcess).isPresent();
        return process || application.frontend().isPresent()
                ? look.verdicts(browser, origin, headers, this::isRoute, trial::checkpoint)
                : List.of();
    }

    private Set<String> declared(String role) {
        Set<String> places = new TreeSet<>(Set.of(UnitSettings.of(application).tmpfs()));
        if (!role.equals(UnitPart.GATEWAY)) {
            application.volumes().stream()
                    .filter(v -> !v.readOnly())
                    .map(Volume::target)
                    .forEach(places::add);
        }
        return places;
    }

    private boolean isRoute(String path) {
        return application.routes().stream()
                .map(r -> r.path())
                .filter(p -> !p.equals("/"))
                .anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
    }
}
