package dev.unirow.schema;

/** A rule that a table holds its rows to, under a name. */
public sealed interface Constraint permits PrimaryKey, Unique, Check, ForeignKey {
    String name();

    Constraint withName(String name);

    /** What it is, in a word or two. */
    String kind();
}
