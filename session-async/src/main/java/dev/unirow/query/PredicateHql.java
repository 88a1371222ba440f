package dev.unirow.query;

import dev.unirow.query.Predicate.Comparison;
import dev.unirow.query.Predicate.Constant;
import dev.unirow.query.Predicate.Junction;
import java.util.List;
import java.util.stream.Collectors;

/** Writes predicates as HQL. */
final class PredicateHql {
    private final Joins joins;
    private final Parameters parameters;

    PredicateHql(Joins joins, Parameters parameters) {
        this.joins = joins;
        this.parameters = parameters;
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
        Comparison comparison = (Comparison) predicate;
        String column = joins.column(comparison.path());
        String test = test(comparison, column);
        boolean keepsNull = comparison.negated()
                && comparison.operator() != Operator.ISNULL
                && comparison.path().nullable();
        return keepsNull ? "(" + test + " or " + column + " is null)" : test;
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
            case IN -> subject + (negated ? " not in " : " in ") + parameters.add(List.copyOf(comparison.values()));
            case CONTAINS, ICONTAINS ->
                "locate(" + value(comparison, 0) + ", " + subject + ")" + (negated ? " = 0" : " > 0");
            case STARTSWITH, ISTARTSWITH -> part("left", comparison, subject);
            case ENDSWITH, IENDSWITH -> part("right", comparison, subject);
        };
    }

    private String value(Comparison comparison, int index) {
        return parameters.add(comparison.values().get(index));
    }

    /** Databases count characters as code points. */
    private String part(String function, Comparison comparison, String subject) {
        String text = (String) comparison.values().get(0);
        String length = parameters.add(text.codePointCount(0, text.length()));
        return function + "(" + subject + ", " + length + ")" + (comparison.negated() ? " <> " : " = ")
                + parameters.add(text);
    }
}
