package dev.unirow.schema.mapping;

import dev.unirow.schema.internal.sql.Identifiers;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Quotes for the names that need them, in the statements of Hibernate as in ours: the setting
 * {@code hibernate.physical_naming_strategy}. A name is stored as the mapping writes it, upper case included.
 */
public final class QuotingNaming implements PhysicalNamingStrategy {
    private final ModelNaming made;

    /** @param made the names that the mapping does not spell out */
    public QuotingNaming(ModelNaming made) {
        this.made = made;
    }

    static Identifier identifier(String name) {
        return Identifier.toIdentifier(name, Identifiers.needsQuotes(name));
    }

    // counter_SEQ is what Hibernate makes of counter, and what PostgreSQL used to fold to counter_seq
    private static final Pattern SEQUENCE_MADE_UP = Pattern.compile("[a-z0-9_]+_SEQ");

    private static @Nullable Identifier quoted(@Nullable Identifier name) {
        if (name == null) {
            return null;
        }
        String text = name.getText();
        return identifier(SEQUENCE_MADE_UP.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text);
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
        return name == null ? null : quoted(Identifier.toIdentifier(made.columnInUse(name.getText())));
    }
}
