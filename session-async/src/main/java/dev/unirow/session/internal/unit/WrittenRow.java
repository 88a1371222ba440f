package dev.unirow.session.internal.unit;

import org.jspecify.annotations.Nullable;

/**
 * A row that a statement writes.
 *
 * @param model the object that stands for it
 * @param key null for a new row whose key is generated: one that was refused never had it
 */
public record WrittenRow(
        Class<?> type, Object model, @Nullable Object key) {}
