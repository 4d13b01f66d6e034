/** Pages that lie in the repository as they are served. */
package io.github.fullstackmaven.detect.pages;
