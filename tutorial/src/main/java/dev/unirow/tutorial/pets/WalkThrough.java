package dev.unirow.tutorial.pets;

import static dev.unirow.session.Await.await;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import java.io.PrintStream;

/** One session from its first line to its last, each line printed before it runs. */
final class WalkThrough {
    private final Database db;
    private final PrintStream out;

    WalkThrough(Database db, PrintStream out) {
        this.db = db;
        this.out = out;
    }

    void run() {
        line("await(db.createAll());");
        await(db.createAll());

        line("db.echo(Echo.ON);");
        db.echo(Echo.ON);

        line("AsyncSession session = db.session();");
        AsyncSession session = db.session();
        try {
            walk(session);
        } finally {
            line("await(session.close());");
            await(session.close());
        }
    }

    private void walk(AsyncSession session) {
        line("User chonky = new User(\"chonky\");");
        User chonky = new User("chonky");

        line("Pet phroge = new Pet(\"phroge\");");
        Pet phroge = new Pet("phroge");

        line("session.addAll(chonky, phroge);");
        session.addAll(chonky, phroge);

        line("await(session.commit());");
        await(session.commit());

        line("await(session.refresh(chonky));");
        await(session.refresh(chonky));

        line("await(session.refresh(phroge));");
        await(session.refresh(phroge));

        line("System.out.println(chonky);");
        out.println(chonky);

        line("System.out.println(phroge);");
        out.println(phroge);
    }

    private void line(String code) {
        out.println();
        out.println("> " + code);
    }
}
