package dev.unirow.schema;

/** In what respect a column is altered. */
public enum ColumnAspect {
    TYPE,
    NULLABLE,
    DEFAULT,
    IDENTITY,
    /** Another order of texts. */
    COLLATION,
    /**
     * A column that is computed, or computed in another way, or no longer. One that becomes computed loses what was
     * written in it.
     */
    GENERATED,
    COMMENT;

    /** The column with what another one has in this respect. */
    public Column of(Column other, Column column) {
        return switch (this) {
            // on SQLite a type and an identity go together
            case TYPE -> column.withType(other.type()).withIdentity(other.identity());
            case NULLABLE -> column.withNullable(other.nullable());
            case DEFAULT -> column.withDefault(other.defaultValue());
            case IDENTITY -> column.withIdentity(other.identity()).withIdentityAlways(other.identityAlways());
            case COLLATION -> column.withCollation(other.collation());
            case GENERATED -> other;
            case COMMENT -> column.withComment(other.comment());
        };
    }

    boolean loses(Column from) {
        return this == TYPE || (this == GENERATED && from.generated() == null);
    }

    String description(String table, Column from, Column to) {
        String name = "'" + table + "." + to.name() + "'";
        return "Detected "
                + switch (this) {
                    case TYPE -> "type change from " + from.type() + " to " + to.type() + " on " + name;
                    case NULLABLE -> (to.nullable() ? "NULL" : "NOT NULL") + " on column " + name;
                    case DEFAULT -> "server default on column " + name;
                    case IDENTITY -> identity(from, to) + " on column " + name;
                    case COLLATION -> "collation on column " + name;
                    case GENERATED ->
                        (to.generated() == null ? "removed" : "changed") + " computation of column " + name;
                    case COMMENT -> "column comment " + name;
                };
    }

    private static String identity(Column from, Column to) {
        if (from.identity() != to.identity()) {
            return to.identity() ? "added identity" : "removed identity";
        }
        return to.identityAlways() ? "identity that refuses values" : "identity that takes values";
    }
}
