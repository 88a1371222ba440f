package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.schema.Check;
import dev.unirow.schema.ConstraintOperation.AddConstraint;
import dev.unirow.schema.ConstraintOperation.DropConstraint;
import dev.unirow.schema.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers from 0 on that a check allows in a column: those of the constants of an enum stored by ordinal. */
record OrdinalRange(String column, String last) {
    private static final Pattern CONDITION =
            Pattern.compile("(\\S+) (?:between 0 and|>= ?0 and \\1 ?<=) ?(\\d+)", Pattern.CASE_INSENSITIVE);

    /** The range, as a mapping or a database writes it. */
    static Optional<OrdinalRange> of(Check check) {
        Matcher condition =
                CONDITION.matcher(check.expression().replaceAll("[()\"`]", "").strip());
        return condition.matches()
                ? Optional.of(new OrdinalRange(condition.group(1).toLowerCase(Locale.ROOT), condition.group(2)))
                : Optional.empty();
    }

    /** A schema has the range and not the constants: where a new one stands among the others is for a person to say. */
    static List<String> hints(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation instanceof DropConstraint drop && drop.constraint() instanceof Check old
                        ? operations.stream().flatMap(other -> hint(drop.table(), old, other).stream())
                        : Stream.<String>empty())
                .toList();
    }

    private static Optional<String> hint(String table, Check old, Operation other) {
        if (!(other instanceof AddConstraint add
                && add.table().equals(table)
                && add.constraint() instanceof Check now)) {
            return Optional.empty();
        }
        return of(old).flatMap(before -> of(now).filter(after ->
                        after.column().equals(before.column()) && !after.last().equals(before.last()))
                .map(after ->
                        ("The range of '%1$s.%2$s' was 0 to %3$s and becomes 0 to %4$s. If it holds an enum by its "
                                        + "ordinals, the rows keep their meaning only if constants were appended to the others, or "
                                        + "taken from their end, which a schema cannot tell. After any other change let the "
                                        + "revision number the rows anew: update %1$s set %2$s = ….")
                                .formatted(table, after.column(), before.last(), after.last())));
    }
}
