package dev.unirow.schema.internal.wanted;

import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.internal.sql.SqlExpression;
import dev.unirow.schema.internal.sql.SqlReading;
import dev.unirow.schema.lexer.SqlToken;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** Columns whose names were too long, where SQL of the mapping names them in full. */
final class CutNames {
    private final DatabaseKind kind;
    private final Naming naming;
    private final Set<String> columns;

    CutNames(DatabaseKind kind, Naming naming, Table table) {
        this.kind = kind;
        this.naming = naming;
        this.columns = table.getColumns().stream().map(Column::getName).collect(Collectors.toSet());
    }

    String column(String name) {
        String cut = naming.fit(name);
        return !columns.contains(name) && columns.contains(cut) ? cut : name;
    }

    String expression(String expression) {
        String result = expression;
        for (SqlToken token : SqlReading.tokens(kind, expression)) {
            boolean isName = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_NAME;
            if (isName && !column(token.unquoted()).equals(token.unquoted())) {
                result = SqlExpression.renamed(kind, result, token.unquoted(), column(token.unquoted()));
            }
        }
        return result;
    }

    IndexColumn part(IndexColumn part) {
        String expression = part.expression();
        return new IndexColumn(
                part.name() == null ? null : column(part.name()),
                part.descending(),
                expression == null ? null : expression(expression),
                part.nulls(),
                part.collation(),
                part.prefix());
    }
}
