package dev.unirow.tutorial.ch07_active;

import static dev.unirow.query.Queries.set;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import java.util.Map;

/** Writes and reads notes without a session in sight. */
public final class TakeNotes {
    private TakeNotes() {}

    public static void main(String[] arguments) {
        try (Database db = Database.open("sqlite://", Note.class)) {
            await(db.createAll());
            write();
            read();
            together(db);
        }
    }

    private static void write() {
        // region save
        Note groceries = new Note("Buy the groceries.");
        await(groceries.save());
        System.out.println(groceries);
        await(groceries.setDone(true).save());
        // endregion

        // region create
        await(Note.objects.create(set(Note::text, "Call Mum.")));
        await(Note.objects.create(Map.of("text", "Send invoices.", "done", true)));
        // endregion
    }

    private static void read() {
        // region filter
        System.out.println(
                await(Note.objects.filter("done", true).orderBy("-id").all()));
        System.out.println(
                await(Note.objects.where(text(Note::text).icontains("mum")).all()));
        System.out.println(await(Note.objects.exclude("text__startswith", "Buy").count()));
        // endregion

        // region get
        Note call = await(Note.objects.get("text__icontains", "mum"));
        System.out.println(await(Note.objects.find(42)));
        // endregion

        // region change
        await(call.update(set(Note::done, true)));
        System.out.println(call);
        await(call.delete());
        System.out.println(await(Note.objects.count()));
        // endregion
    }

    private static void together(Database db) {
        // region together
        try {
            await(db.begin(session -> Note.objects.delete().invoke(deleted -> {
                System.out.println(deleted + " deleted");
                throw new IllegalStateException("changed my mind");
            })));
        } catch (IllegalStateException failure) {
            System.out.println(failure.getMessage());
        }
        System.out.println(await(Note.objects.count()));
        // endregion
    }
}
