package io.github.fullstackmaven.it.http;

import java.net.http.HttpHeaders;

/**
 * What a site answered.
 *
 * @param status the status code
 * @param headers all headers
 * @param body the body, as text
 */
public record Answer(int status, HttpHeaders headers, String body) {

    /** Returns a header's value, or an empty string. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Returns the content type without its parameters. */
    public String type() {
        return header("content-type").split(";", 2)[0];
    }
}
