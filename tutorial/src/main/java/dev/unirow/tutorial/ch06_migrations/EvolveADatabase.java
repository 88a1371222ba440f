package dev.unirow.tutorial.ch06_migrations;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;

import dev.unirow.migrate.cli.Main;
import dev.unirow.session.Database;
import dev.unirow.tutorial.ch06_migrations.before.Pet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From an empty folder to a database that followed a changed model, and back. */
public final class EvolveADatabase {
    private final Path folder;

    private EvolveADatabase(Path folder) {
        this.folder = folder;
    }

    /** @param arguments the folder to work in, which must be empty; a temporary one unless given */
    public static void main(String[] arguments) {
        try {
            Path folder = arguments.length == 0 ? Files.createTempDirectory("pets") : Path.of(arguments[0]);
            new EvolveADatabase(folder).run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run() {
        // region first
        Main db = commandLine(Pet.class);
        type(db, "init");
        type(db, "make", "-m", "create pet");
        // endregion
        show("create_pet");

        // region migrate
        type(db, "migrate");
        type(db, "status");
        // endregion

        // region row
        try (Database database = open(Pet.class)) {
            await(database.begin(session -> {
                session.add(new Pet("phroge"));
                return session.flush();
            }));
        }
        // endregion

        // region second
        db = commandLine(dev.unirow.tutorial.ch06_migrations.after.Pet.class);
        type(db, "make", "-m", "add species");
        // endregion
        show("add_species");

        // region history
        type(db, "migrate");
        type(db, "history");
        // endregion
        pets(dev.unirow.tutorial.ch06_migrations.after.Pet.class);

        // region revert
        type(db, "revert");
        type(db, "status");
        // endregion
        pets(Pet.class);
    }

    // region main
    private Main commandLine(Class<?>... models) {
        return Main.of(folder.resolve("migrations"))
                .withDatabase(() -> open(models))
                .withProgramName("db");
    }

    private Database open(Class<?>... models) {
        return Database.open("sqlite:///" + folder.resolve("data.db").toAbsolutePath(), models);
    }
    // endregion

    private static void type(Main db, String... arguments) {
        System.out.println("$ db "
                + Stream.of(arguments)
                        .map(argument -> argument.contains(" ") ? '"' + argument + '"' : argument)
                        .collect(Collectors.joining(" ")));
        PrintWriter out = new PrintWriter(System.out, true);
        int code = db.withOutput(out, out).run(arguments);
        System.out.println(code == 0 ? "" : "exit code " + code + "\n");
    }

    private void pets(Class<?> model) {
        try (Database database = open(model)) {
            System.out.println(await(database.read(session -> session.all(select(model)))).stream()
                    .map(Object::toString)
                    .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    /** Prints the revision file whose name ends so. */
    private void show(String slug) {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            Path file = files.filter(each -> each.toString().endsWith(slug + ".sql"))
                    .findFirst()
                    .orElseThrow();
            System.out.println("$ cat " + file + "\n" + Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
