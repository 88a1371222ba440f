package dev.unirow.active;

/**
 * A model, and whether this call made its row.
 *
 * @param created false where the row was there, also where another transaction was faster to make it
 */
public record Created<T>(T model, boolean created) {}
