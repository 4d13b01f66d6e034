package ${package};

public record Greeting(long id, String text) {}
