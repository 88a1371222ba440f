package dev.unirow.migrate;

import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Operation;
import dev.unirow.schema.TableOperation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new name as it is written on a command line. */
final class Rename {
    private static final Pattern TEXT = Pattern.compile("([^.=]+)(?:\\.([^.=]+))?=([^.=]+)");

    private Rename() {}

    /** @throws IllegalArgumentException when it is neither {@code table.old=new} nor {@code old=new} */
    static Operation parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no rename. Write 'table.old=new' for a column, 'old=new' for a table.");
        }
        return matcher.group(2) == null
                ? new TableOperation.RenameTable(matcher.group(1), matcher.group(3))
                : new ColumnOperation.RenameColumn(matcher.group(1), matcher.group(2), matcher.group(3));
    }
}
