/** Rules as data and the small engine that evaluates them; knows no ecosystem. */
package io.github.fullstackmaven.detect.rules;
