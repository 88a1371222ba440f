package dev.unirow.session.internal.value;

import org.hibernate.metamodel.mapping.JdbcMapping;
import org.jspecify.annotations.Nullable;

/** Of what a converter makes of the attribute's own class. */
record ConvertedRule(JdbcMapping type, ValueRule stored) implements ValueRule {
    @Override
    public boolean cuts() {
        return stored.cuts();
    }

    @Override
    public @Nullable Object kept(Object value) {
        if (!type.getValueConverter().getDomainJavaType().isInstance(value)) {
            return value; // a statement may be given what Hibernate makes one of later
        }
        Object given = type.convertToRelationalValue(value);
        Object kept = ValueRule.kept(stored, given);
        if (kept == null || kept == given) {
            return value;
        }
        Object domain = type.convertToDomainValue(kept);
        return domain == null ? kept : domain;
    }
}
