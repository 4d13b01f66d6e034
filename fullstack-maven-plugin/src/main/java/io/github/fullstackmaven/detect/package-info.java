/**
 * What a repository holds, with evidence: {@link io.github.fullstackmaven.detect.Survey} finds the
 * directories, {@link io.github.fullstackmaven.detect.Detector} looks into one of them. Needs no
 * network and no toolchain.
 */
package io.github.fullstackmaven.detect;
