package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.internal.catalog.CatalogRow;
import dev.unirow.schema.internal.sql.Identifiers;
import dev.unirow.schema.internal.sql.QualifiedName;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of MariaDB's databases, in three queries, and a fourth one where there are sequences. MySQL answers the
 * same, but is not tested.
 *
 * <p>The views of information_schema have no index, so that joining two of them takes the product of their rows. A
 * query with a limit is kept as a table of its own, which gets one for the join. They compare names without case, which
 * tables may differ in alone.
 */
public final class MariaDbCatalog {
    private static final String COLUMNS = """
            select nullif(t.table_schema, database()) as table_schema, t.table_name as table_name, t.table_type as table_type,
                t.table_comment as table_comment, t.engine as engine, t.table_collation as table_collation,
                t.create_options as create_options, c.column_name as name, c.column_type as type,
                if(c.is_nullable = 'YES', 'true', 'false') as nullable, c.column_default as default_value,
                if(c.extra like '%auto_increment%', 'true', 'false') as identity,
                if(c.is_generated = 'ALWAYS', c.generation_expression, null) as generated,
                if(c.extra like '%STORED%', 'true', 'false') as stored,
                nullif(c.collation_name, t.table_collation) as collation, c.column_comment as comment,
                c.extra as extra
            from information_schema.tables t
                left join (select * from information_schema.columns where table_schema in ($schemas) limit $all) c
                    on c.table_schema = t.table_schema and c.table_name = t.table_name and binary c.table_name = t.table_name
            where t.table_schema in ($schemas)
            order by t.table_name, c.ordinal_position
            """;
    private static final String CONSTRAINTS = """
            select nullif(k.table_schema, database()) as table_schema, k.table_name as table_name, k.constraint_name as name,
                c.constraint_type as type, json_arrayagg(k.column_name order by k.ordinal_position) as columns,
                nullif(max(k.referenced_table_schema), database()) as referred_schema, max(k.referenced_table_name) as referred_table,
                json_arrayagg(k.referenced_column_name order by k.ordinal_position) as referred_columns,
                max(r.delete_rule) as on_delete, max(r.update_rule) as on_update, null as expression
            from information_schema.key_column_usage k
                join (select * from information_schema.table_constraints where constraint_schema in ($schemas) limit $all) c
                    on c.constraint_schema = k.constraint_schema
                    and c.table_name = k.table_name and binary c.table_name = k.table_name and c.constraint_name = k.constraint_name
                left join (select * from information_schema.referential_constraints where constraint_schema in ($schemas) limit $all) r
                    on r.constraint_schema = k.constraint_schema
                    and r.table_name = k.table_name and binary r.table_name = k.table_name and r.constraint_name = k.constraint_name
                    and c.constraint_type = 'FOREIGN KEY'
            where k.constraint_schema in ($schemas) and k.table_schema in ($schemas)
                and (c.constraint_type <> 'FOREIGN KEY' or k.referenced_table_name is not null)
                and (c.constraint_type = 'FOREIGN KEY' or k.referenced_table_name is null)
            group by k.table_schema, k.table_name, binary k.table_name, k.constraint_name, c.constraint_type
            union all
            select nullif(constraint_schema, database()), table_name, constraint_name, concat(upper(level), ' CHECK'), null, null, null, null, null, null,
                check_clause
            from information_schema.check_constraints where constraint_schema in ($schemas)
            order by name
            """;
    private static final String INDEXES = """
            select nullif(table_schema, database()) as table_schema, table_name as table_name, index_name as name,
                if(max(non_unique) = 0, 'true', 'false') as is_unique,
                json_arrayagg(column_name order by seq_in_index) as columns,
                json_arrayagg(ifnull(collation, 'A') order by seq_in_index) as options,
                json_arrayagg(ifnull(sub_part, 0) order by seq_in_index) as prefixes,
                if(max(index_type) in ('BTREE', 'HASH'), 'true', 'false') as usual
            from information_schema.statistics
            where table_schema in ($schemas) and index_name <> 'PRIMARY'
            group by table_schema, table_name, binary table_name, index_name
            order by index_name
            """;

    private static final String NO_LIMIT = "18446744073709551615";

    private final SqlRunner runner;
    private final String schemas;

    private MariaDbCatalog(SqlRunner runner, String schemas) {
        this.runner = runner;
        this.schemas = schemas;
    }

    /** The connection's own database, and those that are named. */
    public static MariaDbCatalog of(SqlRunner runner, Collection<String> further) {
        String named =
                further.stream().map(name -> ", " + Identifiers.literal(name)).collect(Collectors.joining());
        return new MariaDbCatalog(runner, "database()" + named);
    }

    public Uni<Schema> read() {
        return Uni.createFrom().deferred(() -> {
            MariaDbReading reading = new MariaDbReading();
            return rows(COLUMNS)
                    .invoke(rows -> rows.forEach(reading::addColumn))
                    .chain(() -> rows(CONSTRAINTS))
                    .invoke(rows -> rows.forEach(reading::addConstraint))
                    .chain(() -> rows(INDEXES))
                    .invoke(rows -> rows.forEach(reading::addIndex))
                    .chain(() -> sequences(reading))
                    .map(reading::schema);
        });
    }

    private Uni<List<CatalogRow>> rows(String sql) {
        return runner.select(sql.replace("$all", NO_LIMIT).replace("$schemas", schemas), List.of())
                .map(CatalogRow::of);
    }

    /** A sequence's numbers stand in itself alone. */
    private Uni<List<Sequence>> sequences(MariaDbReading reading) {
        if (reading.sequences().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String sql = reading.sequences().stream()
                .map(name -> "select " + Identifiers.literal(name)
                        + " as name, start_value as start_value, increment as step, minimum_value as minimum,"
                        + " maximum_value as maximum, cycle_option as cycle, cache_size as cache from "
                        + QualifiedName.parse(name).sql(DatabaseKind.MARIADB))
                .collect(Collectors.joining(" union all "));
        return rows(sql).map(rows -> rows.stream().map(MariaDbReading::sequence).toList());
    }
}
