package dev.unirow.schema;

/** One column of an index and its direction. */
public record IndexColumn(String name, boolean descending) {}
