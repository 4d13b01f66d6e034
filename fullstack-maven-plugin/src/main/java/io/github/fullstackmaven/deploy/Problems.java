package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Hook;
import java.time.Duration;
import java.util.List;

/** What a deployment can complain of on its way. */
final class Problems {
    private Problems() {}

    static FullstackException locked(String holder) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-001",
                        "another deployment goes on: " + holder,
                        "wait for it, or set fullstack.lockWait; the goal unlock removes the lock"
                                + " of one that is gone"));
    }

    static FullstackException lockLost() {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-002",
                        "the lock was lost on the way: its container is gone",
                        "run the goal again; the release before is still live"));
    }

    static FullstackException unhealthy(String unit, String why, List<String> log) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-003",
                        "unit " + unit + " did not get well: " + why,
                        lastLines(log)));
    }

    /** What a container wrote is all the remedy that is known here. */
    static String lastLines(List<String> log) {
        StringBuilder lines = new StringBuilder();
        log.forEach(l -> lines.append("\n  | ").append(l));
        return log.isEmpty()
                ? "it wrote nothing to its log"
                : "its last lines may say why:" + lines;
    }

    static Finding hookFailed(
            UnitOperation.RunHook op, Hook hook, ExecResult result, Duration limit) {
        boolean before = op.phase() == HookPhase.PRE_DEPLOY;
        return Finding.error(
                        before ? "FS-HOOK-003" : "FS-HOOK-004",
                        "the "
                                + op.phase().id()
                                + " hook "
                                + (result.timedOut()
                                        ? "took longer than " + limit.toSeconds() + " s"
                                        : "ended with code " + result.exit())
                                + (before
                                        ? ", so " + op.release() + " was not started"
                                        : "; " + op.release() + " is live all the same"),
                        result.timedOut()
                                ? "see what it printed, or raise fullstack.hookTimeout"
                                : "see what it printed above, correct it, and deploy again")
                .at(hook.source());
    }

    static FullstackException breached(String unit, String why) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-005",
                        "unit " + unit + " failed after the switch, and was switched back: " + why,
                        "see its log; fullstack.watchTimeout says how long it is watched"));
    }

    static FullstackException interrupted() {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-006",
                        "the deployment was interrupted",
                        "run the goal again; it goes on from where things are"));
    }

    static FullstackException notDeployed(Application application) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-007",
                        application.title() + " is not deployed on this engine",
                        "run the goal deploy first"));
    }

    static Finding notTakenBack(List<String> left) {
        return Finding.warning(
                "FS-DEPLOY-019",
                "not all that was begun could be taken back: " + String.join(", ", left),
                "mvn fullstack:deploy does what is left first, mvn fullstack:status names what is"
                        + " there");
    }
}
