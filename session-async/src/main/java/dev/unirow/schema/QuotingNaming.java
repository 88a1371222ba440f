package dev.unirow.schema;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Quotes for the names that need them, in the statements of Hibernate as in ours: the setting {@code hibernate.physical_naming_strategy}. A name is stored as
 * the mapping writes it, upper case included.
 */
public final class QuotingNaming implements PhysicalNamingStrategy {

    static Identifier identifier(String name) {
        return Identifier.toIdentifier(name, Identifiers.needsQuotes(name));
    }

    private static @Nullable Identifier quoted(@Nullable Identifier name) {
        return name == null ? null : identifier(name.getText());
    }

    @Override
    public @Nullable Identifier toPhysicalCatalogName(@Nullable Identifier name, JdbcEnvironment environment) {
        return quoted(name);
    }

    @Override
    public @Nullable Identifier toPhysicalSchemaName(@Nullable Identifier name, JdbcEnvironment environment) {
        return quoted(name);
    }

    @Override
    public @Nullable Identifier toPhysicalTableName(@Nullable Identifier name, JdbcEnvironment environment) {
        return quoted(name);
    }

    @Override
    public @Nullable Identifier toPhysicalSequenceName(@Nullable Identifier name, JdbcEnvironment environment) {
        return quoted(name);
    }

    @Override
    public @Nullable Identifier toPhysicalColumnName(@Nullable Identifier name, JdbcEnvironment environment) {
        return quoted(name);
    }
}
