/**
 * Request and evidence become an application; conflicts become findings. Pure: reads the
 * repository, changes nothing.
 */
package io.github.fullstackmaven.plan;
