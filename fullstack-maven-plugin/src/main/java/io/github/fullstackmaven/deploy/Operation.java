package io.github.fullstackmaven.deploy;

import java.util.List;
import java.util.OptionalInt;

/**
 * One step of a deployment, with its cause. The list is decided first; a dry run prints it, a
 * deployment does it.
 */
public sealed interface Operation {
    /** Returns what is done, without the cause. */
    String what();

    /** Returns why it is done. */
    String cause();

    /** Hands the operation to whoever does it. */
    void accept(Steps steps);

    /** Returns the operation as one line. */
    default String line() {
        return what() + ": " + cause();
    }

    /** Fetches an image. */
    record PullImage(String image, String cause) implements Operation {
        @Override
        public String what() {
            return "pull image " + image;
        }

        @Override
        public void accept(Steps steps) {
            steps.pullImage(this);
        }
    }

    /** Takes the lock of application and environment. */
    record TakeLock(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "take lock " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.takeLock(this);
        }
    }

    /** Gives the lock back. */
    record ReleaseLock(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "release lock " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.releaseLock(this);
        }
    }

    /** Creates the edge's network. */
    record CreateNetwork(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "create network " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.createNetwork(this);
        }
    }

    /** Creates the edge's volume, if need be, and writes its first files. */
    record PrepareEdge(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "prepare volume " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.prepareEdge(this);
        }
    }

    /**
     * Creates the edge and starts it.
     *
     * @param https the port for HTTPS that it publishes
     */
    record CreateEdge(String name, OptionalInt https, String cause) implements Operation {
        @Override
        public String what() {
            return "create edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.createEdge(this);
        }
    }

    /** Starts an edge that is there and does not run. */
    record StartEdge(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "start edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.startEdge(this);
        }
    }

    /** Puts an edge in order whose upgrade was cut off, and sees to it that it runs. */
    record SettleEdge(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "settle edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.settleEdge(this);
        }
    }

    /** Starts an edge beside the one that serves, and waits until it could serve as well. */
    record StartNextEdge(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "start edge " + name + " beside it";
        }

        @Override
        public void accept(Steps steps) {
            steps.startNextEdge(this);
        }
    }

    /** Lets the new edge in on the ports, and has the old one end what it has. */
    record HandOver(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "hand over to the new edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.handOver(this);
        }
    }

    /** Removes a new edge that has not taken over. */
    record RemoveNextEdge(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "remove edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeNextEdge(this);
        }
    }

    /** Sees whether an image can take the configuration that the edge has; changes nothing. */
    record TryEdge(String name, String image, String cause) implements Operation {
        @Override
        public String what() {
            return "try configuration of " + name + " with " + image;
        }

        @Override
        public void accept(Steps steps) {
            steps.tryEdge(this);
        }
    }

    /**
     * Makes an edge that did not get well from another image again.
     *
     * @param image the id of the image that it had
     * @param https the port for HTTPS that it published
     */
    record RemakeEdge(String name, String image, OptionalInt https, String cause)
            implements Operation {
        @Override
        public String what() {
            return "make edge " + name + " from the image of before";
        }

        @Override
        public void accept(Steps steps) {
            steps.remakeEdge(this);
        }
    }

    /** Stops the edge and removes its containers; its volume stays. */
    record TakeEdgeDown(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "take down edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.takeEdgeDown(this);
        }
    }

    /** Brings an older edge's configuration up to ours. */
    record ConfigureEdge(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "configure edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.configureEdge(this);
        }
    }

    /** Writes the slot file of what the running edge serves. */
    record RestoreSlot(String release, String cause) implements Operation {
        @Override
        public String what() {
            return "restore slot to " + release;
        }

        @Override
        public void accept(Steps steps) {
            steps.restoreSlot(this);
        }
    }

    /** Creates a volume of the application. */
    record CreateVolume(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "create volume " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.createVolume(this);
        }
    }

    /** Removes a volume of the application, with all that is in it. */
    record RemoveVolume(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "remove volume " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeVolume(this);
        }
    }

    /** Creates the network of an application's units and accessories. */
    record CreateOwnNetwork(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "create network " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.createOwnNetwork(this);
        }
    }

    /**
     * Creates the container of an accessory.
     *
     * @param volumes the volumes that it has
     */
    record CreateAccessory(String name, String container, List<String> volumes, String cause)
            implements Operation {
        public CreateAccessory {
            volumes = List.copyOf(volumes);
        }

        @Override
        public String what() {
            return "create accessory " + container;
        }

        @Override
        public void accept(Steps steps) {
            steps.createAccessory(this);
        }
    }

    /** Starts an accessory. */
    record StartAccessory(String container, String cause) implements Operation {
        @Override
        public String what() {
            return "start accessory " + container;
        }

        @Override
        public void accept(Steps steps) {
            steps.startAccessory(this);
        }
    }

    /** Waits until an accessory is well. */
    record GateAccessory(String name, String container, String cause) implements Operation {
        @Override
        public String what() {
            return "wait for health of " + container;
        }

        @Override
        public void accept(Steps steps) {
            steps.gateAccessory(this);
        }
    }

    /** Stops an accessory and removes its container; its volumes stay. */
    record RemoveAccessory(String container, String cause) implements Operation {
        @Override
        public String what() {
            return "remove accessory " + container;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeAccessory(this);
        }
    }

    /** Writes the secrets of a release into a volume of its own. */
    record WriteSecrets(String release, String volume, String cause) implements Operation {
        @Override
        public String what() {
            return "write secrets of " + release;
        }

        @Override
        public void accept(Steps steps) {
            steps.writeSecrets(this);
        }
    }

    /** Creates the containers of a release. */
    record CreateUnit(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "create unit " + unit;
        }

        @Override
        public void accept(Steps steps) {
            steps.createUnit(this);
        }
    }

    /** Runs a program once for a release, in a container of its own. */
    record RunHook(HookPhase phase, String release, String container, String cause)
            implements Operation {
        @Override
        public String what() {
            return "run " + phase.id() + " hook " + container;
        }

        @Override
        public void accept(Steps steps) {
            steps.runHook(this);
        }
    }

    /** Removes a hook's container that a killed deployment left. */
    record RemoveHook(String container, String cause) implements Operation {
        @Override
        public String what() {
            return "remove hook " + container;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeHook(this);
        }
    }

    /** Starts the containers of a release. */
    record StartUnit(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "start unit " + unit;
        }

        @Override
        public void accept(Steps steps) {
            steps.startUnit(this);
        }
    }

    /** Starts the containers of a release that is about to be replaced, as far as they start. */
    record ReviveUnit(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "revive unit " + unit;
        }

        @Override
        public void accept(Steps steps) {
            steps.reviveUnit(this);
        }
    }

    /** Stops the containers of a release and keeps them. */
    record StopUnit(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "stop unit " + unit;
        }

        @Override
        public void accept(Steps steps) {
            steps.stopUnit(this);
        }
    }

    /** Gives the edge a way to a unit; nothing is routed there yet. */
    record AddUpstream(String release, String live, String cause) implements Operation {
        @Override
        public String what() {
            return "add upstream " + release;
        }

        @Override
        public void accept(Steps steps) {
            steps.addUpstream(this);
        }
    }

    /** Waits until a unit is well. */
    record Gate(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "wait for health of " + unit.name();
        }

        @Override
        public void accept(Steps steps) {
            steps.gate(this);
        }
    }

    /**
     * Switches the edge over, and sees that it did. The point of no return. With it a new release
     * gets its record.
     */
    record Switch(String from, String to, String cause) implements Operation {
        @Override
        public String what() {
            return "switch edge from " + (from.isEmpty() ? "nothing" : from) + " to " + to;
        }

        @Override
        public void accept(Steps steps) {
            steps.switchTo(this);
        }
    }

    /** Switches the edge back to what was live before, with the site that it had. */
    record SwitchBack(String from, String to, String cause) implements Operation {
        @Override
        public String what() {
            return "switch edge back from " + from + " to " + to;
        }

        @Override
        public void accept(Steps steps) {
            steps.switchBack(this);
        }
    }

    /** Brings the application's place on the edge up to date, without a new release. */
    record UpdateSite(String live, String cause) implements Operation {
        @Override
        public String what() {
            return "update site";
        }

        @Override
        public void accept(Steps steps) {
            steps.updateSite(this);
        }
    }

    /** Keeps the files of a release that pages may ask for when it is gone. */
    record KeepFiles(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "keep hashed files of " + release;
        }

        @Override
        public void accept(Steps steps) {
            steps.keepFiles(this);
        }
    }

    /** Watches the new release. */
    record Watch(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "watch " + unit.name();
        }

        @Override
        public void accept(Steps steps) {
            steps.watch(this);
        }
    }

    /** Waits until the edge's workers of before the switch are gone. */
    record Drain(String cause) implements Operation {
        @Override
        public String what() {
            return "drain edge's old workers";
        }

        @Override
        public void accept(Steps steps) {
            steps.drain(this);
        }
    }

    /**
     * Takes a unit that is not live away: its way in the edge, then its containers.
     *
     * @param meanwhile what is live at that time; empty for nothing
     * @param record whether its release record goes as well
     */
    record RetireUnit(String release, UnitName unit, String meanwhile, Keep record, String cause)
            implements Operation {
        @Override
        public String what() {
            return "retire unit " + unit;
        }

        @Override
        public void accept(Steps steps) {
            steps.retireUnit(this);
        }
    }

    /**
     * Takes away the edge's way to units that are not there any more.
     *
     * @param meanwhile what is live at that time; empty for nothing
     */
    record RemoveUpstreams(List<String> releases, String meanwhile, String cause)
            implements Operation {
        public RemoveUpstreams {
            releases = List.copyOf(releases);
        }

        @Override
        public String what() {
            return "remove upstream " + String.join(", ", releases);
        }

        @Override
        public void accept(Steps steps) {
            steps.removeUpstreams(this);
        }
    }

    /** What happens to the record of a release. */
    enum Keep {
        /** It stays, with the images. */
        RECORD,
        /** It goes. */
        NOTHING
    }

    /**
     * Forgets a release: its record, and images that no other release has.
     *
     * @param imageIds the images that go unless somebody uses them
     */
    record Prune(String release, List<String> imageIds, String cause) implements Operation {
        public Prune {
            imageIds = List.copyOf(imageIds);
        }

        @Override
        public String what() {
            return "prune release " + release;
        }

        @Override
        public void accept(Steps steps) {
            steps.prune(this);
        }
    }

    /** Removes images unless somebody uses them. */
    record RemoveImages(List<String> imageIds, String cause) implements Operation {
        public RemoveImages {
            imageIds = List.copyOf(imageIds);
        }

        @Override
        public String what() {
            return "remove images "
                    + String.join(
                            ", ",
                            imageIds.stream()
                                    .map(i -> i.replaceFirst("^sha256:(.{12}).*$", "$1"))
                                    .toList());
        }

        @Override
        public void accept(Steps steps) {
            steps.removeImages(this);
        }
    }

    /** Removes a certificate that no site uses any more. */
    record RemoveCertificate(String digest, String meanwhile, String cause) implements Operation {
        @Override
        public String what() {
            return "remove certificate " + digest;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeCertificate(this);
        }
    }

    /** Takes all files of an application out of the edge. */
    record RemoveSite(String project, String live, List<String> upstreams, String cause)
            implements Operation {
        public RemoveSite {
            upstreams = List.copyOf(upstreams);
        }

        @Override
        public String what() {
            return "remove site " + project;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeSite(this);
        }
    }

    /** Stops and removes a unit that the edge does not know any more. */
    record RemoveUnit(String release, UnitName unit, String cause) implements Operation {
        @Override
        public String what() {
            return "remove unit " + unit;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeUnit(this);
        }
    }

    /** Removes a network. */
    record RemoveNetwork(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "remove network " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeNetwork(this);
        }
    }

    /** Removes the edge's container and volume. */
    record RemoveEdge(String name, String cause) implements Operation {
        @Override
        public String what() {
            return "remove edge " + name;
        }

        @Override
        public void accept(Steps steps) {
            steps.removeEdge(this);
        }
    }

    /**
     * Adds a line to the journal in the edge's volume.
     *
     * @param release the release that it is about
     * @param event {@code begin}, {@code live}, {@code cut-off}, {@code site}, or how it failed
     */
    record WriteJournal(String release, String event, String cause) implements Operation {
        static final String BEGIN = "begin";
        static final String LIVE = "live";
        static final String CUT_OFF = "cut-off";
        static final String SITE = "site";

        @Override
        public String what() {
            return "write journal " + event + " " + release;
        }

        @Override
        public void accept(Steps steps) {
            steps.writeJournal(this);
        }
    }
}
