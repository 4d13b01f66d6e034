/**
 * From artefacts to an image: the bundle's export and its guards, the lock file, the build itself,
 * and whether it is needed at all.
 */
package io.github.fullstackmaven.build;
