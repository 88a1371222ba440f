package dev.unirow.session.internal.value;

import dev.unirow.model.InvalidModelException;
import org.hibernate.HibernateException;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is to go.
 *
 * @param path from the model to the attribute
 */
record Place(Class<?> model, String path, SelectableMapping column, SessionFactoryImplementor factory) {
    /** @param problem what the value has, up to a verb whose subject is the column */
    InvalidModelException refusal(String problem, String canNot, String remedy) {
        return InvalidModelException.of(
                model,
                path,
                problem + ", which column '" + column.getSelectionExpression() + "' of type " + type() + " " + canNot
                        + ": " + remedy);
    }

    private String type() {
        JdbcMapping type = column.getJdbcMapping();
        Integer precision = column.getPrecision();
        if (DecimalRule.isOfDecimals(type) && precision != null) {
            Integer scale = column.getScale();
            return "numeric(" + precision + "," + (scale == null ? 0 : scale) + ")";
        }
        return ddlType(type, column.toSize());
    }

    private String ddlType(JdbcMapping type, @Nullable Size declared) {
        try {
            Size size = factory.getJdbcServices()
                    .getDialect()
                    .getSizeStrategy()
                    .resolveSize(type.getJdbcType(), type.getJdbcJavaType(), declared == null ? new Size() : declared);
            return factory.getTypeConfiguration()
                    .getDdlTypeRegistry()
                    .getTypeName(type.getJdbcType().getDdlTypeCode(), size, (Type) type);
        } catch (HibernateException unknown) {
            return type.getJdbcType().getFriendlyName();
        }
    }
}
