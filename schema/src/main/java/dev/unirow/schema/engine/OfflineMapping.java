package dev.unirow.schema.engine;

import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Target;
import dev.unirow.schema.internal.wanted.WantedSchema;
import dev.unirow.schema.mapping.DecimalColumns;
import dev.unirow.schema.mapping.MetadataCapture;
import dev.unirow.schema.mapping.ModelMapping;
import dev.unirow.schema.mapping.ModelNaming;
import dev.unirow.schema.mapping.QuotingNaming;
import dev.unirow.schema.mapping.StorableTypes;
import dev.unirow.schema.mapping.TimeColumns;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.ValidationSettings;
import org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The mapping of entities for a database that is not there: no connection, no driver. */
final class OfflineMapping {
    private static final List<String> LACKS =
            List.of("Unable to determine SQL type name", "Database does not support", "Dialect does not support");

    private OfflineMapping() {}

    static Schema schema(
            Target target, ModelNaming naming, Collection<Class<?>> entities, Map<String, Object> settings) {
        MetadataCapture capture = new MetadataCapture();
        // messages are never shown: without an expression language there is one dependency less to miss
        try (ValidatorFactory validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Map<String, Object> all = new HashMap<>(Map.of(
                    MappingSettings.IMPLICIT_NAMING_STRATEGY, naming,
                    MappingSettings.PHYSICAL_NAMING_STRATEGY, new QuotingNaming(naming),
                    ValidationSettings.JAKARTA_VALIDATION_FACTORY, validators));
            all.putAll(settings);
            all.putAll(target.settings());
            all.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
            all.put(JdbcSettings.CONNECTION_PROVIDER, new UserSuppliedConnectionProviderImpl());
            BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder().applyIntegrator(capture);
            entities.stream().map(Class::getClassLoader).distinct().forEach(bootstrap::applyClassLoader);
            StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap.build())
                    .applySettings(all)
                    .build();
            try {
                MetadataSources sources = new MetadataSources(registry);
                entities.forEach(sources::addAnnotatedClass);
                Metadata metadata = ModelMapping.of(sources);
                TimeColumns.prepare(metadata);
                StorableTypes.require(metadata);
                DecimalColumns.prepare(metadata);
                try (SessionFactory factory = metadata.buildSessionFactory()) {
                    return WantedSchema.of(capture.metadata(), naming.naming());
                }
            } catch (HibernateException | UnsupportedOperationException e) {
                throw refused(target, e);
            } finally {
                StandardServiceRegistryBuilder.destroy(registry);
            }
        }
    }

    /** Hibernate has no class of exceptions for what a dialect lacks. */
    private static RuntimeException refused(Target target, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (LACKS.stream().anyMatch(message::startsWith)) {
            return new SchemaException(
                    "A type of the models does not exist on " + target.kind().id()
                            + ". Map the attribute to another one, by @JdbcTypeCode or a converter: " + message,
                    e);
        }
        return e instanceof HibernateException
                ? new SchemaException(
                        "The models cannot be mapped to " + target.kind().id() + ": " + message, e)
                : e;
    }
}
