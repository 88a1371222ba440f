package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.lexer.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a condition by precedence and writes it one way: without casts, with a parenthesis for every operator, and with
 * the forms into which PostgreSQL turns IN, BETWEEN and LIKE turned back.
 */
final class SqlCondition {
    private static final Set<String> COMPARISONS = Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">=", "~", "!~", "~*");
    private static final Set<String> SUMS = Set.of("+", "-", "||", "->", "->>");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
    private static final Set<String> NUMERIC_TYPES =
            Set.of("integer", "bigint", "smallint", "numeric", "real", "double");
    private static final Set<String> NOT_NAMES = Set.of("case", "when", "select", "exists", "interval", "trim", "then");

    private final SqlCursor cursor;

    private SqlCondition(DatabaseKind kind, String sql) {
        this.cursor = new SqlCursor(kind, sql);
    }

    /** @throws SchemaException when the expression is beyond the grammar */
    static String canonical(DatabaseKind kind, String expression) {
        SqlCondition condition = new SqlCondition(kind, expression);
        String result = condition.or();
        if (!condition.cursor.atEnd()) {
            throw condition.cursor.unexpected();
        }
        return result;
    }

    private String or() {
        return chain("or");
    }

    private String chain(String operator) {
        List<String> parts = new ArrayList<>();
        do {
            String part = operator.equals("or") ? chain("and") : not();
            parts.add(part);
        } while (cursor.accept(operator));
        return parts.size() == 1 ? parts.get(0) : group(operator, parts);
    }

    // a chain within a chain of the same operator is one chain
    private static String group(String operator, List<String> parts) {
        String open = "(" + operator + ": ";
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            String inner = part.startsWith(open) ? part.substring(open.length(), part.length() - 1) : part;
            all.append(all.length() == 0 ? "" : "; ").append(inner);
        }
        return open + all + ")";
    }

    private String not() {
        return cursor.accept("not") ? "(not " + not() + ")" : comparison();
    }

    private String comparison() {
        String left = sum();
        while (!cursor.atEnd()) {
            SqlToken token = cursor.peek();
            if (token.kind() == SqlToken.Kind.SYMBOL && COMPARISONS.contains(token.text())) {
                cursor.next();
                left = compared(left, SqlExpression.canonical(token));
            } else if (token.is("~~") || token.is("!~~")) {
                cursor.next();
                left = "(" + left + (token.is("~~") ? " like " : " not like ") + sum() + ")";
            } else if (token.is("is")) {
                cursor.next();
                String not = cursor.accept("not") ? "is not " : "is ";
                left = "(" + left + " " + not + SqlExpression.canonical(cursor.next()) + ")";
            } else if (token.is("isnull") || token.is("notnull")) {
                cursor.next();
                left = "(" + left + (token.is("isnull") ? " is null)" : " is not null)");
            } else if (token.is("not") || token.is("in") || token.is("between") || token.is("like")) {
                left = membership(left, cursor.accept("not"));
            } else {
                return left;
            }
        }
        return left;
    }

    private String compared(String left, String operator) {
        boolean any = operator.equals("=") && cursor.accept("any");
        boolean all = operator.equals("<>") && cursor.accept("all");
        if (any || all) {
            // = ANY (ARRAY[…]), which PostgreSQL makes of IN
            cursor.expect("(");
            String array = or();
            cursor.expect(")");
            if (!array.startsWith("array(")) {
                throw cursor.unexpected();
            }
            return "(" + left + (any ? " in " : " not in ") + array.substring("array".length()) + ")";
        }
        return "(" + left + " " + operator + " " + sum() + ")";
    }

    private String membership(String left, boolean negated) {
        if (cursor.accept("in")) {
            cursor.expect("(");
            return "(" + left + (negated ? " not in " : " in ") + list(")") + ")";
        } else if (cursor.accept("between")) {
            String low = sum();
            cursor.expect("and");
            String high = sum();
            return negated
                    ? group("or", List.of("(" + left + " < " + low + ")", "(" + left + " > " + high + ")"))
                    : group("and", List.of("(" + left + " >= " + low + ")", "(" + left + " <= " + high + ")"));
        }
        cursor.expect("like");
        return "(" + left + (negated ? " not like " : " like ") + sum() + ")";
    }

    private String sum() {
        return operators(SUMS);
    }

    private String operators(Set<String> symbols) {
        String left = symbols.equals(SUMS) ? operators(PRODUCTS) : unary();
        while (!cursor.atEnd()
                && cursor.peek().kind() == SqlToken.Kind.SYMBOL
                && symbols.contains(cursor.peek().text())) {
            String operator = cursor.next().text();
            left = "(" + left + " " + operator + " " + (symbols.equals(SUMS) ? operators(PRODUCTS) : unary()) + ")";
        }
        return left;
    }

    private String unary() {
        if (cursor.accept("-")) {
            return "-" + unary();
        }
        return cursor.accept("+") ? unary() : cast(primary());
    }

    private String cast(String value) {
        String result = value;
        while (cursor.accept("::")) {
            String type = cursor.next().unquoted().toLowerCase(Locale.ROOT);
            while (SqlExpression.isTypeWord(cursor)) {
                cursor.next();
            }
            if (cursor.at("(")) {
                cursor.skipOne();
            }
            if (cursor.accept("[")) {
                cursor.expect("]");
            }
            // a negative number is written '-1'::integer
            boolean number = result.matches("'-?[0-9.]+'") && NUMERIC_TYPES.contains(type);
            result = number ? result.substring(1, result.length() - 1) : result;
        }
        return result;
    }

    private String primary() {
        SqlToken token = cursor.next();
        if (token.is("(")) {
            String inner = or();
            if (cursor.at(",")) {
                cursor.expect(",");
                return "(" + inner + ", " + list(")").substring(1);
            }
            cursor.expect(")");
            return inner;
        } else if (token.is("array")) {
            cursor.expect("[");
            return "array" + list("]");
        } else if (token.is("cast")) {
            cursor.expect("(");
            String value = or();
            cursor.expect("as");
            while (!cursor.at(")")) {
                cursor.skipOne();
            }
            cursor.expect(")");
            return value;
        }
        return named(token);
    }

    private String named(SqlToken token) {
        if (token.kind() == SqlToken.Kind.SYMBOL
                || (token.kind() == SqlToken.Kind.WORD
                        && NOT_NAMES.contains(token.text().toLowerCase(Locale.ROOT)))) {
            throw cursor.unexpected();
        }
        StringBuilder name = new StringBuilder(SqlExpression.canonical(token));
        while (cursor.accept(".")) {
            name.append('.').append(SqlExpression.canonical(cursor.next()));
        }
        if (token.kind() == SqlToken.Kind.WORD && cursor.accept("(")) {
            String call = name + (cursor.accept(")") ? "()" : list(")"));
            return call.equals("now()") ? "current_timestamp" : call;
        }
        return name.toString();
    }

    private String list(String end) {
        List<String> items = new ArrayList<>();
        do {
            items.add(or());
        } while (cursor.accept(","));
        cursor.expect(end);
        return "(" + String.join(", ", items) + ")";
    }
}
