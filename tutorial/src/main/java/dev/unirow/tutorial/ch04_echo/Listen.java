package dev.unirow.tutorial.ch04_echo;

import static dev.unirow.session.Await.await;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.tutorial.ch01_model.Pet;

/** Shows the SQL of one session, statement by statement. */
public final class Listen {
    private Listen() {}

    public static void main(String[] arguments) {
        try (Database db = Database.open("sqlite://", Pet.class)) {
            await(db.createAll());

            // region on
            db.echo(Echo.ON);
            // endregion

            // region lazy
            AsyncSession session = db.session();
            Pet phroge = new Pet("phroge");
            session.add(phroge);
            System.out.println("added");
            // endregion

            // region commit
            await(session.commit());
            System.out.println("committed");
            // endregion

            // region known
            await(session.find(Pet.class, 1));
            System.out.println("found");
            // endregion

            // region refresh
            await(session.refresh(phroge));
            System.out.println("refreshed");
            // endregion

            // region close
            await(session.close());
            // endregion

            // region off
            db.echo(Echo.OFF);
            Pet read = await(db.read(other -> other.get(Pet.class, 1)));
            System.out.println(read);
            // endregion
        }
    }
}
