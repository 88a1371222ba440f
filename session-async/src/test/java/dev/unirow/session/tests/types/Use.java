package dev.unirow.session.tests.types;

/** What is done with a type in one cell of the matrix. */
public enum Use {
    INSERT,
    UPDATE,
    NULL,
    DEFAULT,
    LOWEST,
    HIGHEST,
    AWKWARD,
    CONDITION,
    JSON,
    SCHEMA,
    TABLE
}
