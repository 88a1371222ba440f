package dev.unirow.query;

import dev.unirow.query.Predicate.Comparison;
import dev.unirow.query.Predicate.Constant;
import dev.unirow.query.Predicate.Exists;
import dev.unirow.query.Predicate.Junction;
import dev.unirow.query.Predicate.Within;
import java.util.List;
import java.util.stream.Collectors;

/** Writes predicates as HQL. */
final class PredicateHql {
    private final Joins joins;
    private final HqlNames names;

    PredicateHql(Joins joins, HqlNames names) {
        this.joins = joins;
        this.names = names;
    }

    /** With the word where, or nothing for every row. */
    String where(Predicate predicate) {
        if (predicate instanceof Constant constant && constant.value()) {
            return "";
        }
        if (predicate instanceof Junction junction) {
            return " where " + parts(junction);
        }
        return " where " + write(predicate);
    }

    private String write(Predicate predicate) {
        if (predicate instanceof Junction junction) {
            return "(" + parts(junction) + ")";
        }
        if (predicate instanceof Constant constant) {
            return constant.value() ? "1 = 1" : "1 = 0";
        }
        if (predicate instanceof Within within) {
            String column = joins.column(within.key());
            String keys = SelectHql.keys(within.shape(), within.selection(), names);
            String test = column + (within.negated() ? " not in (" : " in (") + keys + ")";
            return within.negated() ? orNull(test, column, within.key()) : test;
        }
        if (predicate instanceof Exists exists) {
            return (exists.negated() ? "not " : "") + "exists (" + elements(exists) + ")";
        }
        Comparison comparison = (Comparison) predicate;
        String column = joins.column(comparison.path());
        String test = test(comparison, column);
        return comparison.negated() && comparison.operator() != Operator.ISNULL
                ? orNull(test, column, comparison.path())
                : test;
    }

    private static String orNull(String test, String column, BoundPath path) {
        return path.nullable() ? "(" + test + " or " + column + " is null)" : test;
    }

    private String elements(Exists exists) {
        String collection = joins.column(exists.collection());
        String alias = names.alias();
        Joins inner = new Joins(alias);
        String where = new PredicateHql(inner, names).where(exists.where());
        return "select 1 from " + collection + " " + alias + inner.hql() + where;
    }

    private String parts(Junction junction) {
        return junction.parts().stream()
                .map(this::write)
                .collect(Collectors.joining(junction.all() ? " and " : " or "));
    }

    private String test(Comparison comparison, String column) {
        boolean negated = comparison.negated();
        Operator operator = comparison.operator();
        String subject = TextFunctions.subject(comparison, column);
        return switch (operator) {
            case ISNULL -> column + (negated ? " is not null" : " is null");
            case EXACT, IEXACT -> subject + (negated ? " <> " : " = ") + value(comparison, 0);
            case LT -> subject + (negated ? " >= " : " < ") + value(comparison, 0);
            case LTE -> subject + (negated ? " > " : " <= ") + value(comparison, 0);
            case GT -> subject + (negated ? " <= " : " > ") + value(comparison, 0);
            case GTE -> subject + (negated ? " < " : " >= ") + value(comparison, 0);
            case RANGE ->
                subject + (negated ? " not between " : " between ") + value(comparison, 0) + " and "
                        + value(comparison, 1);
            case IN -> subject + (negated ? " not in " : " in ") + names.parameter(List.copyOf(comparison.values()));
            case CONTAINS, ICONTAINS ->
                "locate(" + value(comparison, 0) + ", " + subject + ")" + (negated ? " = 0" : " > 0");
            case STARTSWITH, ISTARTSWITH -> part("left", comparison, subject);
            case ENDSWITH, IENDSWITH -> part("right", comparison, subject);
        };
    }

    private String value(Comparison comparison, int index) {
        return names.parameter(comparison.values().get(index));
    }

    /** Databases count characters as code points. */
    private String part(String function, Comparison comparison, String subject) {
        String text = (String) comparison.values().get(0);
        String length = names.parameter(text.codePointCount(0, text.length()));
        return function + "(" + subject + ", " + length + ")" + (comparison.negated() ? " <> " : " = ")
                + names.parameter(text);
    }
}
