package dev.unirow.session.internal.type;

import io.vertx.core.json.JsonObject;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;
import org.hibernate.type.internal.NamedBasicTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Maps {@link JsonObject} on the servers, also where there is no database and Hibernate Reactive maps nothing.
 * Hibernate finds this class by itself.
 */
public final class VertxJsonTypes implements TypeContributor {
    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        boolean direct = services.requireService(ConfigurationService.class)
                .getSetting(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, StandardConverters.BOOLEAN, false);
        if (direct) {
            TypeConfiguration types = contributions.getTypeConfiguration();
            VertxJsonType json = new VertxJsonType();
            types.getJavaTypeRegistry().addDescriptor(json);
            types.getDdlTypeRegistry()
                    .addDescriptor(new DdlTypeImpl(
                            SqlTypes.JAVA_OBJECT,
                            "json",
                            services.requireService(JdbcEnvironment.class).getDialect()));
            types.getBasicTypeRegistry()
                    .register(
                            new NamedBasicTypeImpl<>(json, VertxJsonType.COLUMN, "vertx_json"),
                            JsonObject.class.getName());
        }
    }

    /** After Hibernate Reactive's own. */
    @Override
    public int ordinal() {
        return 2_000;
    }
}
