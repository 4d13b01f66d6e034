package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Volume;

/** What the machine of the engine does not have, or does not let a release have. */
final class HostProblems {
    private HostProblems() {}

    static FullstackException noImage(String image) {
        return FullstackException.project(
                Finding.error(
                        "FS-IMAGE-002",
                        "the engine has no image " + image,
                        "run the goal build first"));
    }

    static FullstackException foreign(String container, EngineInfo engine) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-014",
                        "there is a container " + container + " that is none of ours",
                        "rename it (" + engine.name() + " rename), or remove it"));
    }

    static FullstackException tooFull(String free, String wanted, EngineInfo engine) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-015",
                        "the engine's disk has "
                                + free
                                + " left, and a release wants "
                                + wanted
                                + ": twice its image and 1 GiB",
                        "make room ("
                                + engine.name()
                                + " image prune, "
                                + engine.name()
                                + " builder prune), or lower fullstack.retain"));
    }

    static FullstackException tooManyFiles(long free, long wanted) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-016",
                        "the engine's disk takes " + free + " more files, wanted are " + wanted,
                        "make room: remove what has many small files"));
    }

    static FullstackException noDirectory(Volume directory, String said) {
        return FullstackException.project(
                Finding.error(
                                "FS-VOLUME-006",
                                directory.source()
                                        + " cannot be mounted on the engine's host: "
                                        + said,
                                "create it there, or name a volume that the engine manages")
                        .at(directory.origin()));
    }

    /** Without root's rights the ids that a container sees are others than those of the host. */
    static FullstackException cannotUse(
            Volume directory, String user, String verb, EngineInfo engine) {
        return FullstackException.project(
                Finding.error(
                                "FS-VOLUME-007",
                                "user " + user + " cannot " + verb + " " + directory.source(),
                                (directory.isNamed()
                                                ? "give it to that user: chown -R "
                                                        + user
                                                        + " in a container that has the volume"
                                                : (engine.rootless() ? "podman unshare " : "")
                                                        + "chown "
                                                        + user
                                                        + " "
                                                        + directory.source()
                                                        + " on the engine's host")
                                        + (verb.equals("write") ? ", or add :ro" : ""))
                        .at(directory.origin()));
    }
}
