/** What is known of a directory: its parsed manifests, and the answers that came from them. */
package io.github.fullstackmaven.detect.evidence;
