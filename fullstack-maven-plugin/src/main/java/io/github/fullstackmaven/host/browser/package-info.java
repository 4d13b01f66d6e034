/** A browser of this machine, and how it is told what to do. */
package io.github.fullstackmaven.host.browser;
