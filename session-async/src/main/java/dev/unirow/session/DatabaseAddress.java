package dev.unirow.session;

import dev.unirow.schema.DatabaseKind;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, without user and password.
 *
 * @param name the database's name; SQLite's file, {@code :memory:} without one; empty where a session factory was given
 * @param host null for SQLite, and where a session factory was given
 * @param port null where the URL has none
 */
public record DatabaseAddress(
        DatabaseKind kind,
        String name,
        @Nullable String host,
        @Nullable Integer port) {}
