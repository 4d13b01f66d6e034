package org.example.imkerei;

/** A hive on its scales. */
public record Hive(int id, String name, double kilograms) {}
