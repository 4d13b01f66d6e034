package io.github.fullstackmaven.goal.verify.browser;

import java.util.List;
import java.util.Optional;

/**
 * What a browser saw of a page.
 *
 * @param path the page's path
 * @param status the status of the page itself; 0 without an answer
 * @param complaints what went wrong on it
 * @param unfinished what it still waited for when it was left
 * @param state what it was doing then
 * @param empty whether there was nothing to see
 * @param links the pages of the same site that its links lead to
 * @param picture the picture that was taken of it, a PNG
 */
record Sight(
        String path,
        int status,
        List<Complaint> complaints,
        List<String> unfinished,
        PageState state,
        boolean empty,
        List<String> links,
        Optional<byte[]> picture) {
    Sight {
        complaints = List.copyOf(complaints);
        unfinished = List.copyOf(unfinished);
        links = List.copyOf(links);
    }
}
