package dev.unirow.schema.internal.sql;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column of MariaDB's has that no mapping asks for, and that MODIFY takes away unless it repeats it. */
public final class MariaDbExtras {
    private MariaDbExtras() {}

    /** @param extra the clauses that the catalogue names, with commas between them */
    public static List<String> of(String extra) {
        return Stream.of(extra.toLowerCase(Locale.ROOT).split(", "))
                .filter(clause -> clause.startsWith("on update ")
                        || clause.equals("invisible")
                        || clause.equals("without system versioning"))
                .toList();
    }

    /** Those that the column's type can have: the server keeps nothing but a moment up to date. */
    public static List<String> fitting(Column column) {
        String type = TypeName.of(DatabaseKind.MARIADB, column.type()).base();
        boolean moment = type.equals("datetime") || type.equals("timestamp");
        return column.extras().stream()
                .filter(extra -> moment || !extra.startsWith("on update "))
                .toList();
    }

    /** The same column with a check of its own, which MariaDB wants last. */
    public static Column withCheck(Column column, String condition) {
        List<String> extras = new ArrayList<>(column.extras());
        extras.add("check (" + condition + ")");
        return column.withExtras(extras);
    }

    /**
     * The column that a check belongs to: the one that it is called after. If that one has got another name since, only
     * the condition follows it. Null if the condition names several.
     */
    public static @Nullable Column checked(List<Column> columns, String name, String condition) {
        List<Column> named = columns.stream()
                .filter(column -> SqlReading.tokens(DatabaseKind.MARIADB, condition).stream()
                        .anyMatch(token -> token.unquoted().equalsIgnoreCase(column.name())))
                .toList();
        return Stream.concat(
                        named.stream().filter(column -> column.name().equalsIgnoreCase(name)),
                        named.size() == 1 ? named.stream() : Stream.empty())
                .findFirst()
                .orElse(null);
    }
}
