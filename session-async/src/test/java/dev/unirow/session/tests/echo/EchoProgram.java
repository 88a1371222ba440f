package dev.unirow.session.tests.echo;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.tests.models.Tag;
import java.time.Duration;

/** A program of its own, whose log is what its class path makes of it. */
final class EchoProgram {
    private EchoProgram() {}

    public static void main(String[] arguments) {
        try (Database db = Database.builder("sqlite://")
                .models(Tag.class)
                .slowStatements(Duration.ofNanos(1))
                .open()) {
            await(db.createAll());
            db.echo(Echo.DEBUG);
            await(db.begin(session -> {
                session.add(new Tag("chonky", "50% {} %s"));
                return session.flush();
            }));
            await(db.read(session -> session.get(Tag.class, "chonky")));
        }
    }
}
