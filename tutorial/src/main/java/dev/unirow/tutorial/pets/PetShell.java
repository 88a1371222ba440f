package dev.unirow.tutorial.pets;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.Echo;

/** What a jshell over the pet app's database begins with: {@code tutorial/shell/pets.jsh}. */
public final class PetShell {
    private PetShell() {}

    /** The app's database with its tables, and the echo on. */
    public static Database open() {
        PlainLog.sendTo(System.out);
        Database db = Database.fromConfig(PetApp.MODELS);
        await(db.createAll());
        return db.echo(Echo.ON);
    }
}
