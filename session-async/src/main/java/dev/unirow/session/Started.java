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
    static Started of(Database database, DatabaseSettings settings, Statements statements) {
        Engine engine = start(settings, statements);
        try {
            Schema wanted = Schemas.wanted(engine.metadata(), settings.naming());
            statements.know(engine.metadata(), engine.parameterStyle());
            return of(database, engine, statements, wanted, settings);
        } catch (Throwable failure) {
            var unused = engine.close();
            throw failure;
        }
    }

    private static Started of(
            Database database, Engine engine, Statements statements, Schema wanted, DatabaseSettings settings) {
        Tables tables = new Tables(engine, DatabaseKind.of(engine.dialect()), wanted);
        return new Started(
                engine, tables, new Scopes(database, engine, statements, tables.constraints(), settings.sessions()));
    }

    private static Engine start(DatabaseSettings settings, Statements statements) {
        try {
            return Engine.start(
                    Drivers.of(settings.url(), settings.connect(), settings.vertx()),
                    settings.models(),
                    ModelNaming.of(settings.naming()),
                    new QuotingNaming(),
                    metadata -> MappedModels.prepare(metadata, settings.models()),
                    statements.everywhere());
        } catch (OpenException failure) {
            throw new DatabaseUnavailableException(String.valueOf(failure.getMessage()), failure);
        } catch (MappingException failure) {
            throw new IllegalArgumentException("The models cannot be mapped: " + failure.getMessage(), failure);
        }
    }
}
