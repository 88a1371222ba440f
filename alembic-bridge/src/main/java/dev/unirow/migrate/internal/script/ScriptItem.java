package dev.unirow.migrate.internal.script;

import java.util.List;

/** One thing a section does, with the line it starts on, counted from 1. */
public sealed interface ScriptItem {
    int line();

    /** One SQL statement, without the semicolon that ends it and without comments before it. */
    record Statement(String sql, int line) implements ScriptItem {}

    /** The statements up to the next directive copy a table; they were written for a table with just these columns. */
    record Batch(String table, List<String> columns, int line) implements ScriptItem {
        /** The begin of the copy's name, until it takes the table's. */
        public static final String COPY = "_unirow_batch_";

        public Batch {
            columns = List.copyOf(columns);
        }
    }

    /** A step in Java, named by its class. */
    record Call(String className, int line) implements ScriptItem {}

    /** What is lost when the section runs. */
    record Destructive(String what, int line) implements ScriptItem {}

    /** The section runs outside any transaction. */
    record NoTransaction(int line) implements ScriptItem {}
}
