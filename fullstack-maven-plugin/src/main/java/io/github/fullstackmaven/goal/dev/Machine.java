package io.github.fullstackmaven.goal.dev;

import java.util.Optional;

/** What has to be known of this machine to decide what is started. */
public interface Machine {
    /** Returns true when a program of that name can be called. */
    boolean onPath(String program);

    /** Returns true when nobody listens on a port. */
    boolean isFree(int port);

    /** Returns who listens on a port, as far as that is to be known. */
    Optional<String> holder(int port);
}
