package io.github.fullstackmaven.deploy;

import java.util.List;

/**
 * What a running edge serves: its ways to units, which of them is live, the place of the
 * application.
 */
public sealed interface SiteOperation extends Operation {
    /** Hands the operation to whoever does such. */
    void accept(SiteSteps steps);

    @Override
    default void accept(Steps steps) {
        accept(steps.sites());
    }

    /** Brings an older edge's configuration up to ours. */
    record ConfigureEdge(String name, String cause) implements SiteOperation {
        @Override
        public String what() {
            return "configure edge " + name;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.configureEdge(this);
        }
    }

    /** Writes the slot file of what the running edge serves. */
    record RestoreSlot(String release, String cause) implements SiteOperation {
        @Override
        public String what() {
            return "restore slot to " + release;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.restoreSlot(this);
        }
    }

    /** Gives the edge a way to a unit; nothing is routed there yet. */
    record AddUpstream(String release, String live, String cause) implements SiteOperation {
        @Override
        public String what() {
            return "add upstream " + release;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.addUpstream(this);
        }
    }

    /**
     * Switches the edge over, and sees that it did. The point of no return. With it a new release
     * gets its record.
     */
    record Switch(String from, String to, String cause) implements SiteOperation {
        @Override
        public String what() {
            return "switch edge from " + (from.isEmpty() ? "nothing" : from) + " to " + to;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.switchTo(this);
        }
    }

    /** Switches the edge back to what was live before, with the site that it had. */
    record SwitchBack(String from, String to, String cause) implements SiteOperation {
        @Override
        public String what() {
            return "switch edge back from " + from + " to " + to;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.switchBack(this);
        }
    }

    /** Brings the application's place on the edge up to date, without a new release. */
    record UpdateSite(String live, String cause) implements SiteOperation {
        @Override
        public String what() {
            return "update site";
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.updateSite(this);
        }
    }

    /** Keeps the files of a release that pages may ask for when it is gone. */
    record KeepFiles(String release, UnitName unit, String cause) implements SiteOperation {
        @Override
        public String what() {
            return "keep hashed files of " + release;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.keepFiles(this);
        }
    }

    /** Waits until the edge's workers of before the switch are gone. */
    record Drain(String cause) implements SiteOperation {
        @Override
        public String what() {
            return "drain edge's old workers";
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.drain(this);
        }
    }

    /**
     * Takes away the edge's way to units that are not there any more.
     *
     * @param meanwhile what is live at that time; empty for nothing
     */
    record RemoveUpstreams(List<String> releases, String meanwhile, String cause)
            implements SiteOperation {
        public RemoveUpstreams {
            releases = List.copyOf(releases);
        }

        @Override
        public String what() {
            return "remove upstream " + String.join(", ", releases);
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.removeUpstreams(this);
        }
    }

    /** Removes a certificate that no site uses any more. */
    record RemoveCertificate(String digest, String meanwhile, String cause)
            implements SiteOperation {
        @Override
        public String what() {
            return "remove certificate " + digest;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.removeCertificate(this);
        }
    }

    /** Takes all files of an application out of the edge. */
    record RemoveSite(String project, String live, List<String> upstreams, String cause)
            implements SiteOperation {
        public RemoveSite {
            upstreams = List.copyOf(upstreams);
        }

        @Override
        public String what() {
            return "remove site " + project;
        }

        @Override
        public void accept(SiteSteps steps) {
            steps.removeSite(this);
        }
    }
}
