package io.github.fullstackmaven.goal.verify.browser;

/** What a page was doing when it was left. */
enum PageState {
    /** It was loaded, and asked for nothing any more. */
    IDLE,
    /** It was loaded, and went on asking. */
    BUSY,
    /** It was not loaded yet. */
    LOADING,
    /** A script of it did not end, so that it answered nothing. */
    SILENT,
    /** Its process had ended. */
    CRASHED
}
