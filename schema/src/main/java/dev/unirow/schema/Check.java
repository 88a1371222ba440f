package dev.unirow.schema;

/**
 * A check constraint.
 *
 * @param expression the condition in the database's SQL, without the outer parentheses
 */
public record Check(String name, String expression) implements Constraint {
    @Override
    public Check withName(String name) {
        return new Check(name, expression);
    }

    @Override
    public String kind() {
        return "check constraint";
    }
}
