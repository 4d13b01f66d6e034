package io.github.fullstackmaven.model;

/**
 * Where certificate and key lie on this machine.
 *
 * @param certificate absolute path of the certificate chain, PEM
 * @param key absolute path of the private key, PEM
 */
public record Tls(String certificate, String key) {}
