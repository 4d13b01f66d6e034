/** Ecosystems that are recognised, with version, framework and port, and not built. */
package io.github.fullstackmaven.detect.other;
