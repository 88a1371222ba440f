package dev.unirow.schema.internal.wanted;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.internal.sql.SqlCursor;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;

/** The enum types that a mapping asks for. Hibernate holds them only as the statements that make them. */
final class WantedEnums {
    private WantedEnums() {}

    static List<EnumType> of(DatabaseKind kind, Metadata metadata, SqlStringGenerationContext context) {
        List<EnumType> types = new ArrayList<>();
        for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
            for (String statement : object.sqlCreateStrings(context)) {
                SqlCursor cursor = new SqlCursor(kind, statement);
                if (cursor.accept("create") && cursor.accept("type")) {
                    add(types, cursor);
                }
            }
        }
        return types;
    }

    /** A type's name as PostgreSQL keeps it. */
    static String name(String type) {
        return type.startsWith("\"") ? type : type.toLowerCase(Locale.ROOT);
    }

    private static void add(List<EnumType> types, SqlCursor cursor) {
        SqlToken token = cursor.next();
        String name = token.kind() == SqlToken.Kind.QUOTED_NAME ? token.unquoted() : name(token.text());
        if (!cursor.accept("as")
                || !cursor.accept("enum")
                || types.stream().anyMatch(type -> type.name().equals(name))) {
            return;
        }
        List<String> values = new ArrayList<>();
        cursor.expect("(");
        while (!cursor.at(")")) {
            values.add(cursor.next().unquoted());
            boolean more = cursor.accept(",");
            if (!more && !cursor.at(")")) {
                throw cursor.unexpected();
            }
        }
        types.add(new EnumType(name, values));
    }
}
