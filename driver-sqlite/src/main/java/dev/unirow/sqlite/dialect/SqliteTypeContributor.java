package dev.unirow.sqlite.dialect;

import io.vertx.core.json.JsonObject;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JsonAsStringJdbcType;
import org.hibernate.type.internal.NamedBasicTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;

/** Stores JSON as text, after Hibernate Reactive has asked for a JSON type of Vert.x that SQLite does not have. */
public final class SqliteTypeContributor implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        if (services.requireService(JdbcEnvironment.class).getDialect() instanceof SqliteDialect) {
            TypeConfiguration types = contributions.getTypeConfiguration();
            types.getJdbcTypeRegistry().addDescriptor(SqlTypes.JSON, JsonAsStringJdbcType.VARCHAR_INSTANCE);
            VertxJsonJavaType json = new VertxJsonJavaType();
            types.getJavaTypeRegistry().addDescriptor(json);
            JdbcType text = types.getJdbcTypeRegistry().getDescriptor(SqlTypes.LONG32VARCHAR);
            types.getBasicTypeRegistry()
                    .register(new NamedBasicTypeImpl<>(json, text, "vertx_json"), JsonObject.class.getName());
        }
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
