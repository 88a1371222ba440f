package dev.unirow.model;

/**
 * The validation group of constraints that hold for a row that changes only, as in {@code @NotNull(groups =
 * OnUpdate.class)}. Judged beside the constraints without a group by {@code patch}, and when a row is updated.
 */
public interface OnUpdate {}
