package dev.unirow.schema.mapping;

import jakarta.persistence.DiscriminatorValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.persister.entity.DiscriminatorHelper;

/**
 * By what the rows of classes that share a table are told apart, where a class does not say: its simple name, as tables
 * have it.
 */
final class DiscriminatorValues {
    private final Dialect dialect;

    private DiscriminatorValues(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Hibernate takes the name in HQL, and has written it into checks. */
    static void nameAfterClasses(Metadata metadata) {
        DiscriminatorValues values =
                new DiscriminatorValues(metadata.getDatabase().getDialect());
        metadata.getEntityBindings().forEach(values::nameAfterClass);
    }

    private void nameAfterClass(PersistentClass model) {
        Class<?> type = DefaultTables.typeOf(model);
        if (type == null
                || model.getDiscriminator() == null
                || !NestedName.isDefaultOf(model.getJpaEntityName(), type)
                || type.getDeclaredAnnotation(DiscriminatorValue.class) != null) {
            return;
        }
        String before = DiscriminatorHelper.getDiscriminatorSQLValue(model, dialect);
        boolean isNumber = !model.getJpaEntityName().equals(model.getDiscriminatorValue());
        String name = type.getSimpleName();
        model.setDiscriminatorValue(isNumber ? String.valueOf(name.hashCode()) : name); // as Hibernate has it
        String after = DiscriminatorHelper.getDiscriminatorSQLValue(model, dialect);
        replace(model.getTable().getChecks(), before, after);
        for (Selectable selectable : model.getDiscriminator().getSelectables()) {
            if (selectable instanceof Column column) {
                replace(column.getCheckConstraints(), before, after);
            }
        }
    }

    private static void replace(List<CheckConstraint> checks, String before, String after) {
        Pattern whole = Pattern.compile("(?<![\\w.])" + Pattern.quote(before) + "(?![\\w.])");
        checks.forEach(check ->
                check.setConstraint(whole.matcher(check.getConstraint()).replaceAll(Matcher.quoteReplacement(after))));
    }
}
