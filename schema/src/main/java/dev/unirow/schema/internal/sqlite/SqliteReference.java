package dev.unirow.schema.internal.sqlite;

import dev.unirow.model.Naming;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.internal.sql.SqlCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as SQLite's CREATE TABLE writes it (https://sqlite.org/syntax/foreign-key-clause.html).
 *
 * @param referredColumns none where the statement leaves them out, which means the referred table's key
 */
public record SqliteReference(
        String name,
        List<String> columns,
        String referredTable,
        List<String> referredColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Deferrability deferrability) {
    /** Reads on from REFERENCES. */
    public static SqliteReference read(
            SqlCursor cursor, Naming naming, String table, @Nullable String name, List<String> columns) {
        cursor.expect("references");
        String referred = cursor.next().unquoted();
        List<String> referredColumns = cursor.at("(") ? names(cursor) : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
        while (true) {
            if (cursor.accept("on")) {
                if (cursor.accept("delete")) {
                    onDelete = action(cursor);
                } else {
                    cursor.expect("update");
                    onUpdate = action(cursor);
                }
            } else if (cursor.accept("match")) {
                cursor.next();
            } else if (cursor.at("deferrable")
                    || (cursor.at("not") && cursor.peek(1).is("deferrable"))) {
                deferrability = deferrability(cursor);
            } else {
                break;
            }
        }
        return new SqliteReference(
                name == null ? naming.foreignKey(table, columns, referred) : name,
                columns,
                referred,
                referredColumns,
                onDelete,
                onUpdate,
                deferrability);
    }

    // DEFERRABLE without more is checked at once, and nothing on SQLite can make it wait but a pragma
    private static Deferrability deferrability(SqlCursor cursor) {
        boolean not = cursor.accept("not");
        cursor.expect("deferrable");
        boolean deferred = cursor.accept("initially") && cursor.next().is("deferred");
        if (not) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return deferred ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(SqlCursor cursor) {
        if (cursor.accept("no")) {
            cursor.expect("action");
            return ReferentialAction.NO_ACTION;
        }
        if (cursor.accept("set")) {
            return cursor.next().is("null") ? ReferentialAction.SET_NULL : ReferentialAction.SET_DEFAULT;
        }
        return cursor.next().is("cascade") ? ReferentialAction.CASCADE : ReferentialAction.RESTRICT;
    }

    static List<String> names(SqlCursor cursor) {
        List<String> names = new ArrayList<>();
        cursor.expect("(");
        do {
            names.add(cursor.next().unquoted());
        } while (cursor.accept(","));
        cursor.expect(")");
        return names;
    }
}
