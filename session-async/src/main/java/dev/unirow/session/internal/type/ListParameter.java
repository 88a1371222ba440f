package dev.unirow.session.internal.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.sql.exec.internal.JdbcParameterImpl;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;

/** One parameter that stands for all values of a list. */
final class ListParameter extends JdbcParameterImpl {
    private final Object value;

    /** @param plain a type whose parameters are written without a cast */
    ListParameter(JdbcMapping plain, Object value) {
        super(plain);
        this.value = value;
    }

    @Override
    public void bindParameterValue(
            PreparedStatement statement, int position, JdbcParameterBindings bindings, ExecutionContext context)
            throws SQLException {
        statement.setObject(position, value);
    }
}
