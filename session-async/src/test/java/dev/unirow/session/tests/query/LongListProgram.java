package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.User;
import java.util.stream.LongStream;

/** A program that asks for many keys, whose class path decides which of Hibernate's services is found first. */
final class LongListProgram {
    private LongListProgram() {}

    /** @param arguments the database, which has the table, and how many keys */
    public static void main(String[] arguments) {
        try (Database db = Database.builder(arguments[0]).models(User.class).open()) {
            int found = await(db.read(session -> session.all(select(User.class)
                            .where(col("id")
                                    .in(LongStream.range(0, Long.parseLong(arguments[1]))
                                            .boxed()
                                            .toList())))))
                    .size();
            System.out.println("found " + found);
        }
    }
}
