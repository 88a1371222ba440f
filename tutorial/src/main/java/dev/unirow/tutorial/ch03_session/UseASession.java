package dev.unirow.tutorial.ch03_session;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.tutorial.ch01_model.Pet;
import io.smallrye.mutiny.Uni;

/** Adds, changes and deletes rows: with a session of one's own, then with scopes. */
public final class UseASession {
    private UseASession() {}

    public static void main(String[] arguments) {
        try (Database db = Database.open("sqlite://", Pet.class)) {
            await(db.createAll());
            commitAsYouGo(db);
            inScopes(db);
        }
    }

    private static void commitAsYouGo(Database db) {
        // region add
        AsyncSession session = db.session();
        Pet phroge = new Pet("phroge");
        session.add(phroge);
        await(session.commit());
        System.out.println(phroge);
        // endregion

        // region change
        phroge.setAge(3);
        await(session.commit());
        // endregion

        // region rollback
        phroge.setAge(99);
        await(session.rollback());
        System.out.println(await(session.find(Pet.class, 1)));
        // endregion

        // region close
        await(session.close());
        // endregion
    }

    private static void inScopes(Database db) {
        // region begin
        Uni<Pet> birthday = db.begin(session -> session.get(Pet.class, 1).invoke(pet -> pet.setAge(4)));
        System.out.println(await(birthday));
        // endregion

        // region read
        Uni<Boolean> known = db.read(session -> session.find(Pet.class, 2).map(pet -> pet != null));
        System.out.println(await(known));
        // endregion

        // region failure
        Uni<Void> twoSteps = db.begin(session -> session.get(Pet.class, 1)
                .chain(session::delete)
                .chain(session::flush)
                .invoke(() -> {
                    throw new IllegalStateException("changed my mind");
                }));
        try {
            await(twoSteps);
        } catch (IllegalStateException failure) {
            System.out.println(failure.getMessage());
        }
        Pet left = await(db.read(session -> session.get(Pet.class, 1)));
        System.out.println(left);
        // endregion

        // region nested
        Uni<Pet> tried = db.begin(session -> session.get(Pet.class, 1)
                .call(pet -> session.<Void>nested(inner -> {
                            pet.setAge(-1);
                            return inner.flush();
                        })
                        .onFailure()
                        .recoverWithNull()));
        System.out.println(await(tried));
        // endregion

        // region retry
        Uni<Pet> patient = db.begin(
                options().retry(3), session -> session.get(Pet.class, 1).invoke(pet -> pet.setAge(5)));
        System.out.println(await(patient));
        // endregion
    }
}
