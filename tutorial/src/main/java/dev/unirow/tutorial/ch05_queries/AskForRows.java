package dev.unirow.tutorial.ch05_queries;

import static dev.unirow.query.Queries.and;
import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.desc;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.or;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;

import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.MultipleFoundException;

/** Asks for pets: by their columns, by those of their owners, counted, changed at once. */
public final class AskForRows {
    private AskForRows() {}

    public static void main(String[] arguments) {
        try (Database db = Database.open("sqlite://", Owner.class, Pet.class)) {
            await(db.createAll());
            await(db.begin(session -> {
                Owner ada = new Owner("Ada");
                session.addAll(ada, new Pet("phroge", 3, ada), new Pet("chonky", 9, ada), new Pet("tiger", 5, null));
                return session.flush();
            }));

            AsyncSession session = db.session();
            byColumns(session);
            byReference(session);
            atOnce(session);
            await(session.close());
        }
    }

    private static void byColumns(AsyncSession session) {
        // region where
        Select<Pet> grown = select(Pet.class).where(number(Pet::age).gte(5)).orderBy(desc(Pet::age));
        System.out.println(await(session.all(grown)));
        // endregion

        // region or
        System.out.println(await(session.all(select(Pet.class)
                .where(or(
                        text(Pet::name).icontains("PHR"),
                        and(text(Pet::name).startswith("t"), number(Pet::age).lt(6))))
                .orderBy(asc(Pet::name)))));
        // endregion

        // region one
        System.out.println(await(session.count(grown)));
        System.out.println(await(session.first(grown)));
        try {
            await(session.one(grown));
        } catch (MultipleFoundException failure) {
            System.out.println(failure.getMessage());
        }
        // endregion
    }

    private static void byReference(AsyncSession session) {
        // region across
        System.out.println(await(session.all(select(Pet.class)
                .where(ref(Pet::owner).text(Owner::name).iexact("ada"))
                .orderBy(asc(Pet::name)))));
        System.out.println(
                await(session.all(select(Pet.class).where(ref(Pet::owner).isNull()))));
        // endregion

        // region fetch
        Pet phroge = await(session.one(
                select(Pet.class).where(text(Pet::name).eq("phroge")).fetch(Pet::owner)));
        System.out.println(phroge.owner());
        // endregion
    }

    private static void atOnce(AsyncSession session) {
        // region update
        System.out.println(await(session.execute(
                update(Pet.class).set(Pet::age, 10).where(text(Pet::name).eq("chonky")))));
        await(session.commit());
        // endregion
    }
}
