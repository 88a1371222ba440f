package dev.unirow.session;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ModelNaming;
import dev.unirow.schema.QuotingNaming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Schemas;
import dev.unirow.session.internal.connect.Drivers;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.OpenException;
import dev.unirow.session.internal.mapping.MappedModels;
import org.hibernate.MappingException;

/** A database whose engine runs. */
record Started(Engine engine, Tables tables, Scopes scopes) {
    /** Starts the engine; blocks, and sends nothing. */
    static Started of(Database database, DatabaseSettings settings, EchoLog echo) {
        Engine engine = start(settings, echo);
        try {
            Schema wanted = Schemas.wanted(engine.metadata(), settings.naming());
            return of(database, engine, wanted, settings);
        } catch (Throwable failure) {
            var unused = engine.close();
            throw failure;
        }
    }

    private static Started of(Database database, Engine engine, Schema wanted, DatabaseSettings settings) {
        Tables tables = new Tables(engine, DatabaseKind.of(engine.dialect()), wanted);
        return new Started(engine, tables, new Scopes(database, engine, tables.constraints(), settings.sessions()));
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
