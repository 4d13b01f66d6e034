package io.github.fullstackmaven.detect.evidence;

import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.OneLine;
import io.github.fullstackmaven.model.ServiceKind;
import java.util.List;
import java.util.Optional;

/**
 * A directory that may be a service, as its manifests tell.
 *
 * @param path the directory
 * @param ecosystem what it is built with
 * @param kind what it is for
 * @param framework the framework's id
 * @param buildable whether this version can build it
 * @param accuracy how sure that is
 * @param evidence why
 * @param pages the pages that the package of a process builds beside it
 */
public record Site(
        String path,
        Ecosystem ecosystem,
        ServiceKind kind,
        Optional<String> framework,
        boolean buildable,
        Accuracy accuracy,
        List<Evidence> evidence,
        Optional<OwnPages> pages) {
    public Site {
        evidence = List.copyOf(evidence);
    }

    /** A directory with one service in it. */
    public Site(
            String path,
            Ecosystem ecosystem,
            ServiceKind kind,
            Optional<String> framework,
            boolean buildable,
            Accuracy accuracy,
            List<Evidence> evidence) {
        this(path, ecosystem, kind, framework, buildable, accuracy, evidence, Optional.empty());
    }

    /** Returns the same for something else. */
    public Site as(ServiceKind other) {
        return new Site(path, ecosystem, other, framework, buildable, accuracy, evidence, pages);
    }

    /** Returns the same as what we build. */
    public Site built() {
        return new Site(path, ecosystem, kind, framework, true, accuracy, evidence, pages);
    }

    /** Returns true for a process that serves the pages which its package builds. */
    public boolean servesPages() {
        return pages.filter(OwnPages::served).isPresent();
    }

    /** Returns the directory and what it holds, for messages. */
    public String describe() {
        return OneLine.of(path) + " (" + framework.orElse(ecosystem.id()) + ")";
    }

    /** Returns true for what a browser loads or a server renders for it. */
    public boolean isFrontend() {
        return kind == ServiceKind.STATIC_FRONTEND || kind == ServiceKind.SSR_FRONTEND;
    }

    /** Returns true for a process that answers nobody. */
    public boolean isWorker() {
        return kind == ServiceKind.WORKER;
    }

    /** Returns true for a process that may answer below the API prefix. */
    public boolean isBackend() {
        return kind == ServiceKind.BACKEND || kind == ServiceKind.DOCKERFILE;
    }
}
