package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.internal.ddl.TableSql;
import dev.unirow.schema.internal.sql.QualifiedName;
import java.util.List;
import java.util.Objects;

/** A new name for a table or a sequence, which may be in another schema. */
final class PostgresNewName {
    private final TableSql sql = new TableSql(DatabaseKind.POSTGRESQL);
    private final String what;
    private final QualifiedName old;
    private final QualifiedName next;

    /** @param what {@code table} or {@code sequence} */
    PostgresNewName(String what, String name, String newName) {
        this.what = what;
        this.old = QualifiedName.parse(name);
        this.next = QualifiedName.parse(newName);
    }

    /** @param schema with the old name */
    List<String> statements(Schema schema) {
        QualifiedName moved = new QualifiedName(next.schema(), old.name());
        if (Objects.equals(old.schema(), next.schema())) {
            return List.of(rename(old));
        } else if (old.name().equals(next.name())) {
            return List.of(move(old));
        }
        return isTaken(schema, moved.text())
                ? List.of(rename(old), move(new QualifiedName(old.schema(), next.name())))
                : List.of(move(old), rename(moved));
    }

    private static boolean isTaken(Schema schema, String name) {
        return schema.table(name).isPresent()
                || schema.sequences().stream().map(Sequence::name).anyMatch(name::equals);
    }

    private String rename(QualifiedName name) {
        return alter(name) + " rename to " + sql.quote(next.name());
    }

    /** The connection's own schema has another name in each database, and a statement must say one. */
    private String move(QualifiedName name) {
        return next.schema() == null
                ? "do "
                        + sql.dollarQuoted("begin\n    execute format("
                                + sql.literal(alter(name).replace("%", "%%") + " set schema %I")
                                + ", current_schema());\nend")
                : alter(name) + " set schema " + sql.quote(next.schema());
    }

    private String alter(QualifiedName name) {
        return "alter " + what + " " + name.sql(DatabaseKind.POSTGRESQL);
    }
}
