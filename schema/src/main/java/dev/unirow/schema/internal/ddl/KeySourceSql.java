package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.KeySource;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that bring a source of keys behind the keys that are there, wherever they are run. Of one number Hibernate
 * Reactive makes the keys from it on, and Hibernate ORM those up to it: a whole block behind the last key suits both.
 */
public final class KeySourceSql {
    private final DatabaseKind kind;
    private final TableSql sql;

    public KeySourceSql(DatabaseKind kind) {
        this.kind = kind;
        this.sql = new TableSql(kind);
    }

    /** @param schema with the source in it */
    public List<String> advance(Schema schema, KeySource source) {
        KeySource.Counter counter = source.counter();
        if (counter != null) {
            return advance(schema, source, counter);
        }
        String name = sql.table(source.name());
        return switch (kind) {
            case POSTGRESQL ->
                List.of("select setval(" + sql.literal(name) + ", "
                        + behind("nextval(" + sql.literal(name) + ")", source) + ", false)");
            // setval takes literals alone, and a row of a sequence is what MariaDB's own dumps insert
            case MARIADB ->
                List.of("insert into " + name + " select " + behind("next_not_cached_value", source)
                        + ", minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from "
                        + name);
            case SQLITE -> throw new SchemaException("SQLite has no sequences: '" + source.name() + "'.");
        };
    }

    private List<String> advance(Schema schema, KeySource source, KeySource.Counter counter) {
        String table = sql.table(source.name());
        String value = sql.quote(counter.value());
        String segmentColumn = counter.segmentColumn();
        String segment = sql.literal(Objects.requireNonNullElse(counter.segment(), ""));
        String only = segmentColumn == null ? "" : " where " + sql.quote(segmentColumn) + " = " + segment;
        List<String> statements = new ArrayList<>();
        // one that was just made has its rows
        if (schema.table(source.name()).map(Table::init).orElse(List.of()).isEmpty()) {
            statements.add("insert into " + table + " ("
                    + (segmentColumn == null ? "" : sql.quote(segmentColumn) + ", ") + value + ") select "
                    + (segmentColumn == null ? "" : segment + ", ") + source.start()
                    + " where not exists (select 1 from " + table + only + ")");
        }
        if (!source.keys().isEmpty()) {
            statements.add("update " + table + " set " + value + " = " + behind(value, source) + only);
        }
        return statements;
    }

    private String behind(String next, KeySource source) {
        boolean up = source.block() >= 0;
        String function = kind == DatabaseKind.SQLITE ? (up ? "max" : "min") : (up ? "greatest" : "least");
        return Stream.concat(Stream.of(next), source.keys().stream().map(key -> behind(key, source, up)))
                .collect(Collectors.joining(", ", function + "(", ")"));
    }

    /** Keys on the other side of the start have been given by somebody else. */
    private String behind(KeySource.Key key, KeySource source, boolean up) {
        String column = sql.quote(key.column());
        String last = (up ? "max(" : "min(") + column + ")";
        return "coalesce((select " + (kind == DatabaseKind.POSTGRESQL ? "cast(" + last + " as bigint)" : last)
                + (up ? " + " + source.block() : " - " + -source.block()) + " from " + sql.table(key.table())
                + " where "
                + column + (up ? " >= " : " <= ") + source.start() + "), " + source.start() + ")";
    }
}
