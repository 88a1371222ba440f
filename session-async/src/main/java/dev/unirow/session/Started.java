package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.schema.mapping.DecimalColumns;
import dev.unirow.schema.mapping.ModelMapping;
import dev.unirow.schema.mapping.ModelNaming;
import dev.unirow.schema.mapping.QuotingNaming;
import dev.unirow.schema.mapping.StorableTypes;
import dev.unirow.schema.mapping.TextColumns;
import dev.unirow.schema.mapping.TimeColumns;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.internal.connect.Drivers;
import dev.unirow.session.internal.connect.GivenPool;
import dev.unirow.session.internal.echo.PrivateColumns;
import dev.unirow.session.internal.mapping.MappedModels;
import dev.unirow.session.internal.mapping.PrivateProperties;
import dev.unirow.session.internal.mapping.StandIns;
import dev.unirow.session.internal.unit.Engine;
import dev.unirow.session.internal.wire.OpenException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.reactive.mutiny.Mutiny;

/** A database whose engine runs. */
record Started(Engine engine, Tables tables, Scopes scopes) {
    /** Starts the engine; blocks, and sends nothing. */
    static Started of(Database database, DatabaseSettings settings, Statements statements) {
        Engine engine = start(settings, statements);
        try {
            Metadata metadata = requireNonNull(engine.metadata());
            PrivateProperties properties = PrivateProperties.of(metadata);
            statements.know(
                    new PrivateColumns(properties.byTable(), properties.known(), engine.parameterStyle()),
                    settings.address());
            Schema wanted = Schemas.wanted(metadata, settings.naming());
            return of(database, engine, statements, wanted, settings.sessions());
        } catch (Throwable failure) {
            var unused = engine.close();
            throw failure;
        }
    }

    /** Over a factory that runs, and whose mapping cannot be known any more. */
    static Started over(Database database, Mutiny.SessionFactory factory, Statements statements) {
        Engine engine = Engine.over(factory, GivenPool::of, statements.everywhere());
        statements.know(
                new PrivateColumns(Map.of(), Set.of(), engine.parameterStyle()),
                new DatabaseAddress(DatabaseKind.of(engine.dialect()), "", null, null));
        return of(database, engine, statements, Schema.empty(), UnaryOperator.identity());
    }

    private static Started of(
            Database database,
            Engine engine,
            Statements statements,
            Schema wanted,
            UnaryOperator<AsyncSession> sessions) {
        Tables tables = new Tables(
                engine,
                DatabaseKind.of(engine.dialect()),
                wanted,
                sql -> statements.privateColumns().of(sql).shown(sql));
        return new Started(engine, tables, new Scopes(database, engine, statements, tables.constraints(), sessions));
    }

    private static Engine start(DatabaseSettings settings, Statements statements) {
        ModelNaming naming = ModelNaming.of(settings.naming());
        try {
            return Engine.start(
                    settings.rollbackOnly()
                            ? Drivers.pinned(settings.url(), settings.connect())
                            : Drivers.of(settings.url(), settings.connect(), settings.vertx()),
                    StandIns.ofHibernate(),
                    settings.models(),
                    naming,
                    new QuotingNaming(naming),
                    sources -> mapping(sources, settings.models()),
                    statements.everywhere());
        } catch (OpenException failure) {
            throw new DatabaseUnavailableException(String.valueOf(failure.getMessage()), failure);
        } catch (MappingException | SchemaException failure) {
            throw new IllegalArgumentException("The models cannot be mapped: " + failure.getMessage(), failure);
        } catch (UnsupportedOperationException failure) {
            // Hibernate has no exception of its own for what a dialect lacks
            throw new IllegalArgumentException(
                    "The models cannot be mapped, as this kind of database lacks a type. Map the attribute to another one, by "
                            + "@JdbcTypeCode or a converter: " + failure.getMessage(),
                    failure);
        }
    }

    private static Metadata mapping(MetadataSources sources, Collection<Class<?>> models) {
        Metadata metadata = ModelMapping.of(sources);
        MappedModels.prepare(metadata, models);
        TimeColumns.prepare(metadata);
        StorableTypes.require(metadata);
        DecimalColumns.prepare(metadata);
        TextColumns.prepare(metadata);
        return metadata;
    }
}
