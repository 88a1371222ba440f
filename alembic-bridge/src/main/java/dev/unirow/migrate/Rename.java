package dev.unirow.migrate;

import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Operation;
import dev.unirow.schema.TableOperation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new name as it is written on a command line. */
final class Rename {
    private static final String NAME = "[^.=]+";
    private static final Pattern TABLE = Pattern.compile(
            "(" + NAME + ")=(" + NAME + ")|(" + NAME + "\\." + NAME + ")=(" + NAME + "\\." + NAME + ")");
    private static final Pattern COLUMN =
            Pattern.compile("((?:" + NAME + "\\.)?" + NAME + ")\\.(" + NAME + ")=(" + NAME + ")");

    private Rename() {}

    /**
     * A table in another schema has the name of that before its own.
     *
     * @throws IllegalArgumentException when it is neither {@code table.old=new} nor {@code old=new}
     */
    static Operation parse(String text) {
        Matcher column = COLUMN.matcher(text.strip());
        if (column.matches()) {
            return new ColumnOperation.RenameColumn(column.group(1), column.group(2), column.group(3));
        }
        Matcher table = TABLE.matcher(text.strip());
        if (!table.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no rename. Write 'table.old=new' for a column, 'old=new' for a table; in another schema 'schema.table.old=new' and 'schema.old=schema.new'.");
        }
        return table.group(1) == null
                ? new TableOperation.RenameTable(table.group(3), table.group(4))
                : new TableOperation.RenameTable(table.group(1), table.group(2));
    }
}
