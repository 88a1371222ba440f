package dev.unirow.schema;

/** A sequence of the database. */
public record Sequence(String name, long start, long increment) {}
