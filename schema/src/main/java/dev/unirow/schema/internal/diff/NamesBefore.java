package dev.unirow.schema.internal.diff;

import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Operation;
import dev.unirow.schema.TableOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tables and columns were called before they were renamed, by the names that they have now. */
final class NamesBefore {
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Map<String, String>> columns = new HashMap<>();

    NamesBefore(List<Operation> renames) {
        for (Operation operation : renames) {
            if (operation instanceof TableOperation.RenameTable rename) {
                tables.put(rename.newName(), table(rename.table()));
                columns.put(rename.newName(), columns.getOrDefault(rename.table(), new HashMap<>()));
            } else if (operation instanceof ColumnOperation.RenameColumn rename) {
                String before = column(rename.table(), rename.column());
                columns.computeIfAbsent(rename.table(), none -> new HashMap<>()).put(rename.newName(), before);
            }
        }
    }

    String table(String now) {
        return tables.getOrDefault(now, now);
    }

    String column(String table, String now) {
        return columns.getOrDefault(table, Map.of()).getOrDefault(now, now);
    }

    List<String> columns(String table, List<String> now) {
        return now.stream().map(name -> column(table, name)).toList();
    }
}
