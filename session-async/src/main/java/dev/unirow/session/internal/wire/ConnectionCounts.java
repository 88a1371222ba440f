package dev.unirow.session.internal.wire;

/** The connections of a backend at one moment. */
public record ConnectionCounts(int open, int inUse, int waiting) {}
