package io.github.fullstackmaven.deploy;

/**
 * One step of a deployment, with its cause. The list is decided first; a dry run prints it, a
 * deployment does it.
 */
public sealed interface Operation
        permits EdgeOperation,
                SiteOperation,
                UnitOperation,
                AccessoryOperation,
                StoreOperation,
                LogbookOperation {
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
}
