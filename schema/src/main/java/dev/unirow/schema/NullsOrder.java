package dev.unirow.schema;

/** Where an index puts nulls, when it is not where the database puts them of its own accord. */
public enum NullsOrder {
    FIRST,
    LAST
}
