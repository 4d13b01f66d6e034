package io.github.fullstackmaven.check;

/**
 * A place that names an absolute address, and what becomes of it there. Mere text, links,
 * namespaces and comparisons are no mentions.
 *
 * @param address the address
 * @param use what is done with it
 * @param offset where it begins in the file
 * @param end where the text that it stands in ends, or what is put into that text begins
 * @param conditional whether it is one of several values, as in {@code variable || "http://…"}
 * @param name the variable or property that takes it; empty where none does
 */
record Mention(Address address, Use use, int offset, int end, boolean conditional, String name) {

    Mention as(Use other) {
        return new Mention(address, other, offset, end, conditional, name);
    }
}
