package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ModelNaming;
import dev.unirow.schema.QuotingNaming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Schemas;
import dev.unirow.session.internal.connect.Drivers;
import dev.unirow.session.internal.connect.GivenPool;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.OpenException;
import dev.unirow.session.internal.mapping.MappedModels;
import java.util.function.UnaryOperator;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.reactive.mutiny.Mutiny;

/** A database whose engine runs. */
record Started(Engine engine, Tables tables, Scopes scopes) {
    /** Starts the engine; blocks, and sends nothing. */
    static Started of(Database database, DatabaseSettings settings, EchoLog echo) {
        Engine engine = start(settings, echo);
        try {
            Metadata metadata = requireNonNull(engine.metadata());
            return of(database, engine, Schemas.wanted(metadata, settings.naming()), settings.sessions());
        } catch (Throwable failure) {
            var unused = engine.close();
            throw failure;
        }
    }

    /** Over a factory that runs, and whose mapping cannot be known any more. */
    static Started over(Database database, Mutiny.SessionFactory factory, EchoLog echo) {
        return of(database, Engine.over(factory, GivenPool::of, echo), Schema.empty(), UnaryOperator.identity());
    }

    private static Started of(Database database, Engine engine, Schema wanted, UnaryOperator<AsyncSession> sessions) {
        Tables tables = new Tables(engine, DatabaseKind.of(engine.dialect()), wanted);
        return new Started(engine, tables, new Scopes(database, engine, tables.constraints(), sessions));
    }

    private static Engine start(DatabaseSettings settings, EchoLog echo) {
        try {
            return Engine.start(
                    Drivers.of(settings.url(), settings.connect()),
                    settings.models(),
                    ModelNaming.of(settings.naming()),
                    new QuotingNaming(),
                    metadata -> MappedModels.prepare(metadata, settings.models()),
                    echo);
        } catch (OpenException failure) {
            throw new DatabaseUnavailableException(String.valueOf(failure.getMessage()), failure);
        } catch (MappingException failure) {
            throw new IllegalArgumentException("The models cannot be mapped: " + failure.getMessage(), failure);
        }
    }
}
