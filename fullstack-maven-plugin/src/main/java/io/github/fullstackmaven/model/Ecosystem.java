package io.github.fullstackmaven.model;

import java.util.Locale;

/** The world of tools that a service is built with. */
public enum Ecosystem {
    NODE,
    RUST,
    GO,
    PYTHON,
    JAVA,
    DOTNET,
    PHP,
    RUBY,
    DENO,
    ELIXIR,
    STATIC,
    NIX,
    DOCKERFILE;

    /** Returns the name in {@code plan.json}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
