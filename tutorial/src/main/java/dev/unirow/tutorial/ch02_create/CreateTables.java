package dev.unirow.tutorial.ch02_create;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.tutorial.ch01_model.Pet;

/** Opens a database, creates the table of a model, and looks at it. */
public final class CreateTables {
    private CreateTables() {}

    public static void main(String[] arguments) {
        // region open
        try (Database db = Database.open("sqlite://", Pet.class)) {
            // endregion
            // region create
            db.echo(Echo.ON);
            await(db.createAll());
            db.echo(Echo.OFF);
            // endregion

            // region reflect
            await(db.reflect());
            db.tables().forEach((name, table) -> {
                System.out.println(name);
                table.columns().forEach(column -> System.out.println("  " + column.name() + " " + column.type()));
            });
            // endregion

            // region drop
            await(db.dropAll());
            System.out.println(await(db.reflect()).tables());
            // endregion
        }
    }
}
