package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation.AddColumn;
import dev.unirow.schema.ColumnOperation.DropColumn;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation.CreateTable;
import dev.unirow.schema.TableOperation.DropTable;
import dev.unirow.schema.engine.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A new name is never guessed, since a wrong guess would keep the wrong data; but it is worth a question. */
record RenameHints(DatabaseKind kind, List<Operation> operations) {
    /** What {@code --rename} can say. */
    private static final Pattern NAME = Pattern.compile("(?:[^.=\"]+\\.)?[^.=\"]+");

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Operation gone : operations) {
            for (Operation come : operations) {
                if (gone instanceof DropColumn drop && come instanceof AddColumn add && isAlike(drop, add)) {
                    lines.add(
                            "If '%1$s.%2$s' is the new name of '%1$s.%3$s', delete this revision and make it again with --rename %1$s.%3$s=%2$s."
                                    .formatted(
                                            add.table(),
                                            add.column().name(),
                                            drop.column().name()));
                } else if (gone instanceof DropTable drop
                        && come instanceof CreateTable create
                        && isAlike(drop, create)) {
                    lines.add(
                            "If '%1$s' is the new name of '%2$s', delete this revision and make it again with --rename %2$s=%1$s."
                                    .formatted(create.table(), drop.table()));
                }
            }
        }
        return lines;
    }

    private boolean isAlike(DropColumn drop, AddColumn add) {
        return drop.table().equals(add.table())
                && Schemas.isSameType(kind, drop.column().type(), add.column().type());
    }

    /** Whether more than half of the columns are the same. */
    private boolean isAlike(DropTable drop, CreateTable create) {
        Table old = drop.definition();
        Table table = create.definition();
        long same = old.columns().stream()
                .filter(column -> table.column(column.name())
                        .map(Column::type)
                        .filter(type -> Schemas.isSameType(kind, type, column.type()))
                        .isPresent())
                .count();
        int most = Math.max(old.columns().size(), table.columns().size());
        return 2 * same > most
                && NAME.matcher(old.name()).matches()
                && NAME.matcher(table.name()).matches();
    }
}
