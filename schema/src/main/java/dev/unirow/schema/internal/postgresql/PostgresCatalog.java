package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.Schema;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.internal.catalog.CatalogRow;
import dev.unirow.schema.internal.sql.Identifiers;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of PostgreSQL schemas, in four queries however many there are. */
public final class PostgresCatalog {
    /** What an unqualified name means on this connection. */
    private static final String CURRENT = "select oid from pg_namespace where nspname = current_schema()";
    /** Where the connection's temporary tables are. */
    private static final String TEMPORARY = "select pg_my_temp_schema()";

    private static final String QUALIFIER =
            "case when %1$s.oid in ((select oid from pg_namespace where nspname = current_schema()), pg_my_temp_schema())"
                    + " then null else %1$s.nspname::text end";
    private static final String NOT_OF_EXTENSION =
            "not exists (select from pg_depend e where e.classid = '%s'::regclass and e.objid = %s.oid and e.deptype = 'e')";

    private static final String COLUMNS = """
            select $n as table_schema, c.relname::text as table_name, a.attname::text as name,
                format_type(a.atttypid, a.atttypmod) as type,
                (not a.attnotnull)::text as nullable, pg_get_expr(d.adbin, d.adrelid) as default_value,
                (a.attidentity <> '' or exists (
                    select from pg_depend o join pg_class s on s.oid = o.objid and s.relkind = 'S'
                    where o.refclassid = 'pg_class'::regclass and o.refobjid = c.oid and o.refobjsubid = a.attnum
                        and o.classid = 'pg_class'::regclass and o.deptype = 'a'
                        and pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'))::text as identity,
                (a.attidentity = 'a')::text as identity_always, a.attgenerated::text as generated,
                (select l.collname::text from pg_collation l join pg_type t on t.oid = a.atttypid
                    where l.oid = a.attcollation and a.attcollation <> t.typcollation) as collation,
                col_description(c.oid, a.attnum) as comment, obj_description(c.oid, 'pg_class') as table_comment,
                (c.relkind = 'p')::text as partitioned,
                exists (select from pg_inherits h where h.inhrelid = c.oid)::text as inherits
            from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relnamespace in ($namespaces) and c.relkind in ('r', 'p') and not c.relispartition and $own_table
            order by c.relname, a.attnum
            """;
    private static final String CONSTRAINTS = """
            select $n as table_schema, c.relname::text as table_name, k.conname::text as name, k.contype::text as type,
                (select json_agg(a.attname order by u.place) from unnest(k.conkey) with ordinality as u(number, place)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number)::text as columns,
                $m as referred_schema, r.relname::text as referred_table,
                (select json_agg(a.attname order by u.place) from unnest(k.confkey) with ordinality as u(number, place)
                    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number)::text as referred_columns,
                k.confdeltype::text as on_delete, k.confupdtype::text as on_update,
                k.condeferrable::text as deferrable, k.condeferred::text as deferred,
                pg_get_expr(k.conbin, k.conrelid) as expression
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                left join pg_class r on r.oid = k.confrelid left join pg_namespace m on m.oid = r.relnamespace
            where c.relnamespace in ($namespaces) and k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0
            order by k.conname
            """;
    // whatever has no record is told by "beyond"; of a column's options, bit 0 is DESC and bit 1 NULLS FIRST
    private static final String INDEXES = """
            select $n as table_schema, c.relname::text as table_name, x.relname::text as name, i.indisunique::text as is_unique,
                (select json_agg(case when i.indkey[k.place] = 0 then 'e' || pg_get_indexdef(i.indexrelid, k.place + 1, false)
                        else 'c' || (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[k.place]) end
                    order by k.place) from generate_series(0, i.indnkeyatts - 1) as k(place))::text as columns,
                (select json_agg(coalesce((select l.collname::text from pg_collation l
                        where l.oid = i.indcollation[k.place] and l.oid <> coalesce((select a.attcollation from pg_attribute a
                            where a.attrelid = c.oid and a.attnum = i.indkey[k.place] and i.indkey[k.place] <> 0), l.oid)), '')
                    order by k.place) from generate_series(0, i.indnkeyatts - 1) as k(place))::text as collations,
                array_to_json(i.indoption::int2[])::text as options,
                pg_get_expr(i.indpred, i.indrelid) as condition, nullif(m.amname::text, 'btree') as method,
                (i.indnatts <> i.indnkeyatts or coalesce(to_jsonb(i) ->> 'indnullsnotdistinct', 'false') = 'true'
                    or exists (select from pg_opclass o where o.oid = any (i.indclass::oid[]) and not o.opcdefault))::text as beyond
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
            where c.relnamespace in ($namespaces) and not x.relispartition
                and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
            order by x.relname
            """;
    private static final String REST = """
            select $n as schema, c.relname::text as name, c.relkind::text as kind, s.seqstart as start, s.seqincrement as increment,
                s.seqmin as minimum, s.seqmax as maximum, s.seqcycle::text as cycle, s.seqcache as cache, null as labels
            from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_sequence s on s.seqrelid = c.oid
            where c.relnamespace in ($namespaces) and c.relkind in ('S', 'v', 'm')
                and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
            union all
            select $n, t.typname::text, 'E', null, null, null, null, null, null,
                (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)::text
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where t.typnamespace in ($namespaces) and t.typtype = 'e' and $own_type
            order by 2
            """;

    private final SqlRunner runner;
    private final String namespaces;

    private PostgresCatalog(SqlRunner runner, String namespaces) {
        this.runner = runner;
        this.namespaces = namespaces;
    }

    /** The connection's own schema, and those that are named. */
    public static PostgresCatalog of(SqlRunner runner, Collection<String> further) {
        String named = further.stream().map(Identifiers::literal).collect(Collectors.joining(", "));
        return new PostgresCatalog(
                runner,
                further.isEmpty()
                        ? CURRENT
                        : "select oid from pg_namespace where nspname = current_schema() or nspname in (" + named
                                + ")");
    }

    static PostgresCatalog ofTemporaryTables(SqlRunner runner) {
        return new PostgresCatalog(runner, TEMPORARY);
    }

    public Uni<Schema> read() {
        return Uni.createFrom().deferred(() -> {
            PostgresReading reading = new PostgresReading();
            return rows(COLUMNS)
                    .invoke(rows -> rows.forEach(reading::addColumn))
                    .chain(() -> rows(CONSTRAINTS))
                    .invoke(rows -> rows.forEach(reading::addConstraint))
                    .chain(() -> rows(INDEXES))
                    .invoke(rows -> rows.forEach(reading::addIndex))
                    .chain(() -> rows(REST))
                    .invoke(rows -> rows.forEach(reading::addOther))
                    .map(rows -> reading.schema());
        });
    }

    private Uni<List<CatalogRow>> rows(String sql) {
        String complete = sql.replace("$namespaces", namespaces)
                .replace("$n", QUALIFIER.formatted("n"))
                .replace("$m", QUALIFIER.formatted("m"))
                .replace("$own_table", NOT_OF_EXTENSION.formatted("pg_class", "c"))
                .replace("$own_type", NOT_OF_EXTENSION.formatted("pg_type", "t"));
        return runner.select(complete, List.of()).map(CatalogRow::of);
    }
}
