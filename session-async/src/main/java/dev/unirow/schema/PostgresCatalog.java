package dev.unirow.schema;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of one PostgreSQL schema, in four queries. */
final class PostgresCatalog {
    /** What an unqualified name means on this connection. */
    static final String CURRENT = "(select oid from pg_namespace where nspname = current_schema())";
    /** Where the connection's temporary tables are. */
    static final String TEMPORARY = "pg_my_temp_schema()";

    private static final String COLUMNS = """
            select c.relname::text as table_name, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
                (not a.attnotnull)::text as nullable, pg_get_expr(d.adbin, d.adrelid) as default_value,
                (a.attidentity <> '' or exists (
                    select from pg_depend o join pg_class s on s.oid = o.objid and s.relkind = 'S'
                    where o.refclassid = 'pg_class'::regclass and o.refobjid = c.oid and o.refobjsubid = a.attnum
                        and o.classid = 'pg_class'::regclass and o.deptype = 'a'
                        and pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'))::text as identity,
                (a.attgenerated <> '')::text as generated
            from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relnamespace = %s and c.relkind in ('r', 'p') and not c.relispartition
                and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
            order by c.relname, a.attnum
            """;
    private static final String CONSTRAINTS = """
            select c.relname::text as table_name, k.conname::text as name, k.contype::text as type,
                (select json_agg(a.attname order by u.place) from unnest(k.conkey) with ordinality as u(number, place)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number)::text as columns,
                r.relname::text as referred_table,
                (select json_agg(a.attname order by u.place) from unnest(k.confkey) with ordinality as u(number, place)
                    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number)::text as referred_columns,
                k.confdeltype::text as on_delete, pg_get_expr(k.conbin, k.conrelid) as expression
            from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class r on r.oid = k.confrelid
            where c.relnamespace = %s and k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0
            order by k.conname
            """;
    private static final String INDEXES = """
            select c.relname::text as table_name, x.relname::text as name, i.indisunique::text as is_unique,
                (select json_agg(a.attname order by u.place) from unnest(i.indkey::int2[]) with ordinality as u(number, place)
                    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.number)::text as columns,
                array_to_json(i.indoption::int2[])::text as options,
                (i.indpred is null and i.indexprs is null and i.indnatts = i.indnkeyatts and m.amname = 'btree')::text as plain
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
            where c.relnamespace = %s and not x.relispartition
                and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
            order by x.relname
            """;
    private static final String REST = """
            select c.relname::text as name, c.relkind::text as kind, s.seqstart as start, s.seqincrement as increment
            from pg_class c left join pg_sequence s on s.seqrelid = c.oid
            where c.relnamespace = %s and c.relkind in ('S', 'v', 'm')
                and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
            order by c.relname
            """;

    private final SqlRunner runner;
    private final String namespace;

    PostgresCatalog(SqlRunner runner, String namespace) {
        this.runner = runner;
        this.namespace = namespace;
    }

    Uni<Schema> read() {
        Map<String, Parts> tables = new LinkedHashMap<>();
        return rows(COLUMNS)
                .invoke(rows -> {
                    tables.clear();
                    rows.forEach(row -> addColumn(tables, row));
                })
                .chain(() -> rows(CONSTRAINTS))
                .invoke(rows -> rows.forEach(row -> addConstraint(tables, row)))
                .chain(() -> rows(INDEXES))
                .invoke(rows -> rows.forEach(row -> addIndex(tables, row)))
                .chain(() -> rows(REST))
                .map(rows -> schema(tables, rows));
    }

    private Uni<List<CatalogRow>> rows(String sql) {
        return runner.select(sql.replace("%s", namespace), List.of()).map(CatalogRow::of);
    }

    private static void addColumn(Map<String, Parts> tables, CatalogRow row) {
        Parts table = tables.computeIfAbsent(row.text("table_name"), name -> new Parts());
        String name = row.textOrNull("name");
        if (name == null) {
            return;
        }
        if (row.flag("generated")) {
            table.extras.add("generated column '" + name + "'");
            return;
        }
        boolean identity = row.flag("identity");
        table.columns.add(new Column(
                name,
                row.text("type"),
                row.flag("nullable"),
                identity ? null : row.textOrNull("default_value"),
                identity));
    }

    private static void addConstraint(Map<String, Parts> tables, CatalogRow row) {
        Parts table = tables.get(row.text("table_name"));
        if (table == null) {
            return;
        }
        String name = row.text("name");
        List<String> columns = row.names("columns");
        switch (row.text("type")) {
            case "p" -> table.primaryKey = new PrimaryKey(name, columns);
            case "u" -> table.uniques.add(new Unique(name, columns));
            case "c" -> table.checks.add(new Check(name, row.text("expression")));
            case "f" ->
                table.foreignKeys.add(new ForeignKey(
                        name,
                        columns,
                        row.text("referred_table"),
                        row.names("referred_columns"),
                        onDelete(row.text("on_delete"))));
            default -> table.extras.add("exclusion constraint '" + name + "'");
        }
    }

    private static OnDelete onDelete(String code) {
        return switch (code) {
            case "r" -> OnDelete.RESTRICT;
            case "c" -> OnDelete.CASCADE;
            case "n" -> OnDelete.SET_NULL;
            case "d" -> OnDelete.SET_DEFAULT;
            default -> OnDelete.NO_ACTION;
        };
    }

    private static void addIndex(Map<String, Parts> tables, CatalogRow row) {
        Parts table = tables.get(row.text("table_name"));
        if (table == null) {
            return;
        }
        if (!row.flag("plain")) {
            table.extras.add("index '" + row.text("name") + "'");
            return;
        }
        List<String> names = row.names("columns");
        List<String> options = row.names("options");
        List<IndexColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            // bit 0 of pg_index.indoption is DESC
            columns.add(new IndexColumn(names.get(i), (Integer.parseInt(options.get(i)) & 1) == 1));
        }
        table.indexes.add(new Index(row.text("name"), columns, row.flag("is_unique")));
    }

    private static Schema schema(Map<String, Parts> tables, List<CatalogRow> rest) {
        List<Sequence> sequences = new ArrayList<>();
        List<String> views = new ArrayList<>();
        for (CatalogRow row : rest) {
            if (row.text("kind").equals("S")) {
                sequences.add(new Sequence(row.text("name"), row.number("start"), row.number("increment")));
            } else {
                views.add(row.text("name"));
            }
        }
        return new Schema(
                tables.entrySet().stream()
                        .map(entry -> entry.getValue().table(entry.getKey()))
                        .toList(),
                sequences,
                views);
    }

    /** A table while its parts come in. */
    private static final class Parts {
        private final List<Column> columns = new ArrayList<>();
        private @Nullable PrimaryKey primaryKey;
        private final List<Unique> uniques = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<String> extras = new ArrayList<>();

        Table table(String name) {
            return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, indexes, List.of(), extras);
        }
    }
}
