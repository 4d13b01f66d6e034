/** What no rule can say about Rust: Cargo's targets, the binary, port and health path, skeleton. */
package io.github.fullstackmaven.detect.rust;
