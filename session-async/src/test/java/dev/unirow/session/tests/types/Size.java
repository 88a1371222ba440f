package dev.unirow.session.tests.types;

/** A few constants. */
public enum Size {
    SMALL,
    MEDIUM,
    LARGE
}
