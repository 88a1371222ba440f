package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.schema.mapping.DecimalColumns;
import dev.unirow.schema.mapping.MetadataCapture;
import dev.unirow.schema.mapping.ModelMapping;
import dev.unirow.schema.mapping.ModelNaming;
import dev.unirow.schema.mapping.QuotingNaming;
import dev.unirow.schema.mapping.TimeColumns;
import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.dialect.SqliteDialect;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** The mapping that Hibernate Reactive runs on asks for the same tables as the one built offline. */
class ReactiveMappingTest {
    private static Schema captured(Vertx vertx, Map<String, Object> connection) {
        MetadataCapture capture = new MetadataCapture();
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        ModelNaming naming = ModelNaming.of(Naming.standard());
        settings.put("hibernate.implicit_naming_strategy", naming);
        settings.put("hibernate.physical_naming_strategy", new QuotingNaming(naming));
        try (var validators = jakarta.validation.Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            settings.put("jakarta.persistence.validation.factory", validators);
            StandardServiceRegistry registry = new ReactiveServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                            .applyIntegrator(capture)
                            .build())
                    .applySettings(settings)
                    .addService(VertxInstance.class, new ProvidedVertxInstance(vertx))
                    .build();
            MetadataSources sources = new MetadataSources(registry);
            Shop.MODELS.forEach(sources::addAnnotatedClass);
            Metadata metadata = ModelMapping.of(sources);
            TimeColumns.prepare(metadata);
            DecimalColumns.prepare(metadata);
            try (SessionFactory factory = metadata.buildSessionFactory()) {
                assertThat(factory.isOpen()).isTrue();
                return Schemas.wanted(capture.metadata(), Naming.standard());
            }
        }
    }

    private static Schema offline(Target target) {
        return Schemas.wanted(target, Naming.standard(), Shop.MODELS, Map.of());
    }

    @Test
    void onSqlite() {
        try (SqlitePool pool = SqlitePool.open(SqliteConfig.memory())) {
            assertThat(captured(
                            pool.vertx(),
                            Map.of(
                                    "hibernate.dialect",
                                    SqliteDialect.class.getName(),
                                    "hibernate.vertx.pool.class",
                                    pool)))
                    .isEqualTo(offline(Target.sqlite()));
        }
    }

    @Test
    void onPostgresqlThatIsNotThere() {
        Vertx vertx = Vertx.vertx();
        try {
            assertThat(captured(
                            vertx,
                            Map.of(
                                    "hibernate.connection.url",
                                    "postgresql://127.0.0.1:1/none",
                                    "jakarta.persistence.database-product-name",
                                    "PostgreSQL",
                                    "jakarta.persistence.database-major-version",
                                    15)))
                    .isEqualTo(offline(Target.postgresql()));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
