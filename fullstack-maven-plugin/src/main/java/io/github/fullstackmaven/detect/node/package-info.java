/** What no rule can say about Node.js: package manager, versions, Vite's configuration. */
package io.github.fullstackmaven.detect.node;
