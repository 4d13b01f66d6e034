/**
 * Container engines behind one interface: adapters that build argument lists, and the observed
 * state read back into terms of the model. What an adapter runs, it runs by {@code host}.
 */
package io.github.fullstackmaven.engine;
