package dev.unirow.session.internal.type;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveJsonJdbcType;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;

/**
 * Sends and reads JSON on PostgreSQL as text where Hibernate Reactive would make an object of Vert.x of it, which a
 * list is not, and which rounds decimals; and addresses of machines as the driver has them. Hibernate finds this class
 * by itself.
 */
public final class PostgresTypes implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        boolean isReactive = types.getDescriptor(SqlTypes.JSON) instanceof ReactiveJsonJdbcType;
        if (isReactive && services.requireService(JdbcEnvironment.class).getDialect() instanceof PostgreSQLDialect) {
            types.addDescriptor(SqlTypes.JSON, new PostgresJsonType(null));
            types.addTypeConstructor(new PostgresJsonArrayType.Constructor());
            types.addDescriptor(SqlTypes.INET, new PostgresInetType());
        }
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
