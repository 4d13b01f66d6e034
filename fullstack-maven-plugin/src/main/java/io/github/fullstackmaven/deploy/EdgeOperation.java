package io.github.fullstackmaven.deploy;

import java.util.OptionalInt;

/** The containers of an edge: made, started, upgraded, taken away. */
public sealed interface EdgeOperation extends Operation {
    /** Hands the operation to whoever does such. */
    void accept(EdgeSteps steps);

    @Override
    default void accept(Steps steps) {
        accept(steps.edges());
    }

    /** Creates the edge's network. */
    record CreateNetwork(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "create network " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.createNetwork(this);
        }
    }

    /** Creates the edge's volume, if need be, and writes its first files. */
    record PrepareEdge(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "prepare volume " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.prepareEdge(this);
        }
    }

    /**
     * Creates the edge and starts it.
     *
     * @param https the port for HTTPS that it publishes
     */
    record CreateEdge(String name, OptionalInt https, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "create edge " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.createEdge(this);
        }
    }

    /** Starts an edge that is there and does not run. */
    record StartEdge(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "start edge " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.startEdge(this);
        }
    }

    /** Puts an edge in order whose upgrade was cut off, and sees to it that it runs. */
    record SettleEdge(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "settle edge " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.settleEdge(this);
        }
    }

    /** Starts an edge beside the one that serves, and waits until it could serve as well. */
    record StartNextEdge(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "start edge " + name + " beside it";
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.startNextEdge(this);
        }
    }

    /** Lets the new edge in on the ports, and has the old one end what it has. */
    record HandOver(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "hand over to the new edge " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.handOver(this);
        }
    }

    /** Removes a new edge that has not taken over. */
    record RemoveNextEdge(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "remove edge " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.removeNextEdge(this);
        }
    }

    /** Sees whether an image can take the configuration that the edge has; changes nothing. */
    record TryEdge(String name, String image, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "try configuration of " + name + " with " + image;
        }

        @Override
        public void accept(EdgeSteps steps) {
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
            implements EdgeOperation {
        @Override
        public String what() {
            return "make edge " + name + " from the image of before";
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.remakeEdge(this);
        }
    }

    /** Stops the edge and removes its containers; its volume stays. */
    record TakeEdgeDown(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "take down edge " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.takeEdgeDown(this);
        }
    }

    /** Removes a network. */
    record RemoveNetwork(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "remove network " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.removeNetwork(this);
        }
    }

    /** Removes the edge's container and volume. */
    record RemoveEdge(String name, String cause) implements EdgeOperation {
        @Override
        public String what() {
            return "remove edge " + name;
        }

        @Override
        public void accept(EdgeSteps steps) {
            steps.removeEdge(this);
        }
    }
}
