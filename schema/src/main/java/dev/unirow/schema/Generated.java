package dev.unirow.schema;

/**
 * How the database computes a column.
 *
 * @param expression in the database's SQL, without the outer parentheses
 * @param stored whether the value is kept with the row; otherwise it is computed when it is read
 */
public record Generated(String expression, boolean stored) {}
