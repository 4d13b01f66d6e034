/** What tests of faults and of load have counted. */
package io.github.fullstackmaven.it.faults;
