package dev.unirow.session.internal.failure;

import dev.unirow.model.spi.MappedAttribute;
import dev.unirow.model.spi.MappedClass;
import dev.unirow.session.exception.ConstraintRule;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that deletes rows which refer to each other. Other databases look at the end whether a row that is left
 * refers to one that is gone; MariaDB looks at each row as it deletes it.
 */
final class RowByRow {
    /** ER_ROW_IS_REFERENCED_2. */
    private static final int STILL_REFERRED_TO = 1451;

    private static final String UNKNOWN = ".set(\"<reference>\", null)";

    private RowByRow() {}

    static boolean isDeleted(ConstraintViolationException violation, ConstraintRule rule) {
        return violation.getErrorCode() == STILL_REFERRED_TO
                && WrittenTable.of(violation.getSQL())
                        .filter(written -> written.verb() == WrittenTable.Verb.DELETE
                                && written.name().equals(rule.table()))
                        .isPresent();
    }

    /** What to do about it. */
    static String advice(ConstraintRule rule) {
        Class<?> model = rule.model();
        return "A row is still referred to by another one of its table, which MariaDB checks row by row. If the same statement "
                + "deletes both, set the reference to null before, in the same transaction and under the same condition: "
                + "execute(update(" + (model == null ? "Model" : model.getSimpleName()) + ".class)" + nulls(model)
                + ".where(…)). Or map it with @OnDelete";
    }

    private static String nulls(@Nullable Class<?> model) {
        if (model == null) {
            return UNKNOWN;
        }
        String nulls = MappedClass.of(model).attributes().stream()
                .filter(attribute -> attribute.rawType().isAssignableFrom(model) && isReference(attribute))
                .map(attribute -> ".set(\"" + attribute.name() + "\", null)")
                .collect(Collectors.joining());
        return nulls.isEmpty() ? UNKNOWN : nulls;
    }

    private static boolean isReference(MappedAttribute attribute) {
        OneToOne one = attribute.annotation(OneToOne.class);
        return attribute.has(ManyToOne.class) || one != null && one.mappedBy().isEmpty();
    }
}
