package dev.unirow.session.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A statement as its driver takes it.
 *
 * @param values in the order of the parameters
 */
public record BoundStatement(String sql, @Nullable Object[] values) {}
