package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.internal.script.DroppedData;
import dev.unirow.migrate.internal.script.DroppedData.Part;
import dev.unirow.migrate.internal.script.PreparedStep;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.exception.StatementException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What rows the tables and columns hold that a downgrade drops. */
final class DroppedRows {
    /** No such table, column or schema, on PostgreSQL and MariaDB. */
    private static final Set<String> ABSENT = Set.of("42P01", "42703", "3F000", "42S02", "42S22");

    private final RunConnection run;
    private final DatabaseKind kind;

    DroppedRows(RunConnection run) {
        this.run = run;
        this.kind = run.kind();
    }

    /** What is lost, each with its revision: {@code table 'pet' with 3 rows (revision ae1027a6acf2)}. */
    Uni<List<String>> losses(List<PreparedStep> steps) {
        List<PreparedStep> back = steps.stream()
                .filter(step -> step.step().kind() == MigrationStep.Kind.DOWNGRADE)
                .toList();
        List<Part> dropped =
                DroppedData.of(back.stream().map(PreparedStep::items).toList(), kind);
        List<String> losses = new ArrayList<>();
        return Multi.createFrom()
                .iterable(dropped)
                .onItem()
                .transformToUniAndConcatenate(part -> values(part).invoke(found -> {
                    if (found > 0) {
                        losses.add(describe(part, found) + back.get(part.step()).byRevision());
                    }
                }))
                .collect()
                .last()
                .map(ignored -> List.copyOf(losses));
    }

    /**
     * What is computed is not lost while what it is computed from stays, and a table that stands for a sequence holds
     * nothing that somebody has stored.
     */
    private Uni<Long> values(Part part) {
        String column = part.column();
        return column == null
                ? standsForSequence(part.table())
                        .chain(stands -> stands > 0
                                ? Uni.createFrom().item(0L)
                                : number("select count(*) as found from " + part.table()))
                : computed(part.table(), column)
                        .chain(computed -> computed > 0
                                ? Uni.createFrom().item(0L)
                                // SQLite takes a bare name in double quotes for a text where there is no such column
                                : number("select count(*) as found from " + part.table() + " where " + part.table()
                                        + "." + column + " is not null"));
    }

    /** Servers have sequences, which go without a question. */
    private Uni<Long> standsForSequence(String table) {
        return kind == DatabaseKind.SQLITE
                ? number(
                        "select count(*) as found from (select group_concat(name) as names from pragma_table_xinfo(?))"
                                + " where names = 'next_val'",
                        plain(table))
                : Uni.createFrom().item(0L);
    }

    private Uni<Long> computed(String table, String column) {
        if (kind == DatabaseKind.SQLITE) {
            return number(
                    "select count(*) as found from pragma_table_xinfo(?) where lower(name) = lower(?) and hidden in (2, 3)",
                    plain(table),
                    plain(column));
        }
        int dot = table.lastIndexOf('.');
        String schema = dot < 0 ? "" : plain(table.substring(0, dot));
        return number(
                "select count(*) as found from information_schema.columns where is_generated = 'ALWAYS'"
                        + " and lower(column_name) = lower(?) and lower(table_name) = lower(?) and (table_schema = ?"
                        + " or (? = '' and table_schema = "
                        + (kind == DatabaseKind.MARIADB ? "database()" : "current_schema()") + "))",
                plain(column),
                plain(table.substring(dot + 1)),
                schema,
                schema);
    }

    /** Nothing is lost of what is not there. */
    private Uni<Long> number(String sql, String... parameters) {
        return run.attempt(() -> run.sql().select(sql, List.of(parameters)))
                .map(rows -> rows.get(0).get("found") instanceof Number number ? number.longValue() : 0L)
                .onFailure(DroppedRows::isOfAbsence)
                .recoverWithItem(0L);
    }

    private static boolean isOfAbsence(Throwable failure) {
        return failure instanceof StatementException refused
                && (refused.sqlState() == null
                        ? saysAbsent(String.valueOf(refused.getMessage()))
                        : ABSENT.contains(refused.sqlState()));
    }

    /** Of a table of the models, in our words. */
    private static boolean saysAbsent(String message) {
        return message.contains("no such ") || message.contains("has no table or sequence ");
    }

    private static String describe(Part part, long rows) {
        String table = plain(part.table());
        return part.column() == null
                ? "table '" + table + "' with " + rows + (rows == 1 ? " row" : " rows")
                : "column '" + table + "." + plain(part.column()) + "' with " + rows
                        + (rows == 1 ? " value" : " values");
    }

    private static String plain(String name) {
        return name.replaceAll("[\"`\\[\\]]", "");
    }
}
