package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import java.util.List;
import java.util.Set;

/** Whether no value is lost without a word when a column gets another type: a database may refuse one. */
public record TypeFit(DatabaseKind kind, String from, String to) {
    private static final Set<String> TEXTS = Set.of("varchar", "char", "text", "tinytext", "mediumtext", "longtext");
    private static final int UUID_CHARACTERS = 36;
    /** Of four bytes each in the 255 that a TINYTEXT has. */
    private static final int TINY_CHARACTERS = 63;

    public boolean losesNothing() {
        TypeName old = TypeName.of(kind, from);
        TypeName wider = TypeName.of(kind, to);
        return old.fitsInto(wider)
                || isDayOfMoment(old, wider)
                || isLongerText(old, wider)
                || isUuid(old, wider)
                || holdsInteger(old, wider);
    }

    /** A date is midnight of its day, in UTC where the database keeps a zone. */
    private boolean isDayOfMoment(TypeName old, TypeName wider) {
        return old.base().equals("date")
                && switch (kind) {
                    case POSTGRESQL ->
                        List.of("timestamp", "timestamp with time zone").contains(wider.base());
                    case MARIADB -> wider.base().equals("datetime");
                    case SQLITE -> wider.base().equals("timestamp");
                };
    }

    /** MariaDB measures these in bytes, and a VARCHAR never has more than a TEXT. */
    private boolean isLongerText(TypeName old, TypeName wider) {
        if (kind != DatabaseKind.MARIADB) {
            return false;
        }
        return switch (old.base()) {
            case "varchar", "char" ->
                wider.base().equals("mediumtext")
                        || (wider.base().equals("tinytext")
                                && old.arguments().size() == 1
                                && old.arguments().get(0) <= TINY_CHARACTERS);
            case "tinytext" -> List.of("text", "mediumtext", "longtext").contains(wider.base());
            case "text" -> wider.base().equals("mediumtext");
            case "mediumtext" -> wider.base().equals("longtext");
            default -> false;
        };
    }

    /** Servers refuse a text that is none; a column of SQLite's has the texts, and a copy refuses longer ones. */
    private boolean isUuid(TypeName old, TypeName wider) {
        if (kind == DatabaseKind.SQLITE) {
            return old.base().equals("varchar") && to.equalsIgnoreCase("char(36)");
        }
        boolean becomes = TEXTS.contains(old.base()) && wider.base().equals("uuid");
        boolean was = old.base().equals("uuid")
                && TEXTS.contains(wider.base())
                && (wider.arguments().isEmpty() || wider.arguments().get(0) >= UUID_CHARACTERS);
        return becomes || was;
    }

    private boolean holdsInteger(TypeName old, TypeName wider) {
        if (!Set.of("numeric", "decimal").contains(wider.base())) {
            return false;
        }
        long digits = switch (old.base()) {
            case "tinyint" -> 3;
            case "smallint" -> 5;
            case "int" -> 10;
            // all integers of SQLite have 64 bits
            case "integer" -> kind == DatabaseKind.SQLITE ? 19 : 10;
            case "bigint" -> 19;
            default -> Long.MAX_VALUE;
        };
        List<Long> limits = wider.arguments();
        return limits.isEmpty()
                ? digits < Long.MAX_VALUE && kind != DatabaseKind.MARIADB
                : digits <= limits.get(0) - (limits.size() > 1 ? limits.get(1) : 0);
    }
}
