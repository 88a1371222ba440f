package dev.unirow.migrate;

import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Operation;
import dev.unirow.schema.TableOperation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new name as it is written on a command line. */
final class Rename {
    private static final String NAME = "[^.=]+";
    private static final String QUALIFIED = "(?:" + NAME + "\\.)?" + NAME;
    private static final Pattern TABLE = Pattern.compile("(" + QUALIFIED + ")=(" + QUALIFIED + ")");
    private static final Pattern COLUMN = Pattern.compile("(" + QUALIFIED + ")\\.(" + NAME + ")=(" + NAME + ")");

    private Rename() {}

    /**
     * A table in another schema has the name of that before its own. {@code audit.log=entry} may move a table out of
     * its schema; it is read as a column, which is what it is if there is a table {@code audit}.
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
        return new TableOperation.RenameTable(table.group(1), table.group(2));
    }
}
