/**
 * The immutable model of an application: what is deployed, free of Maven, of engines and of file
 * formats. Everything else reads it; it imports nothing of ours.
 */
package io.github.fullstackmaven.model;
