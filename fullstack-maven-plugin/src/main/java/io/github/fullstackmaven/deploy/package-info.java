/**
 * Brings an application on the air without a pause: {@link Observer} reads what is there, {@link
 * Planner} decides what to do and gives a list of {@link Operation}s, {@link Executor} does them.
 * What the running edge serves is the truth; state lives with the engine, never on this machine.
 */
package io.github.fullstackmaven.deploy;
