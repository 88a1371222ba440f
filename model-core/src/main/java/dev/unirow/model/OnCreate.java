package dev.unirow.model;

/**
 * The validation group of constraints that hold for a new model only, as in {@code @Null(groups = OnCreate.class)}.
 * Judged beside the constraints without a group by {@code from}, by {@code add}, and when a row is inserted.
 */
public interface OnCreate {}
