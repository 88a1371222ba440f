package dev.unirow.tutorial.seeds;

import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.cli.Main;
import dev.unirow.model.Naming;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.tutorial.seeds.models.Category;
import dev.unirow.tutorial.seeds.models.Product;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on Ushka's page, command by command. Each opens the database anew. */
@EachDatabase
@Requires(PERSISTENCE)
class UshkaMigrationsContract {
    private DatabaseTarget target;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String url;
    private Class<?>[] models = {Category.class};

    @BeforeEach
    void chooseTheDatabase() {
        url = target.newDatabaseUrl();
    }

    @Test
    void theCommandsOfThePageInTheirOrder() throws Exception {
        // init
        assertThat(db("init")).isZero();
        assertThat(folder.resolve("migrations")).isDirectory();

        // make, with a message
        assertThat(db("make", "-m", "add_category")).isZero();
        assertThat(revisionFiles()).isEqualTo(1);
        // migrate
        assertThat(db("migrate")).isZero();
        assertThat(tables()).containsExactlyInAnyOrder("alembic_version", "categories");

        // after a model has changed: make, then migrate
        models = new Class<?>[] {Category.class, Product.class};
        assertThat(db("make", "-m", "add_description_to_product")).isZero();
        assertThat(revisionFiles()).isEqualTo(2);
        assertThat(db("migrate")).isZero();
        assertThat(tables()).containsExactlyInAnyOrder("alembic_version", "categories", "products");

        // status
        assertThat(db("status")).isZero();
        assertThat(out.toString()).contains("Status: UP_TO_DATE");

        // revert: the last migration
        assertThat(db("revert")).isZero();
        assertThat(tables()).containsExactlyInAnyOrder("alembic_version", "categories");
        assertThat(db("status")).isZero();
        assertThat(out.toString()).contains("Status: UPGRADE_AVAILABLE");

        // history: all scripts
        assertThat(db("history")).isZero();
        assertThat(out.toString()).contains("add_category").contains("add_description_to_product");
        assertThat(err.toString()).isEmpty();
    }

    private int db(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.of(folder.resolve("migrations"))
                .withDatabase(this::open)
                .withOutput(new PrintWriter(out), new PrintWriter(err))
                .run(arguments);
    }

    private Database open() {
        return Database.builder(url)
                .models(models)
                .naming(Naming.standard().withPlural(true))
                .open();
    }

    private long revisionFiles() throws Exception {
        try (var files = Files.list(folder.resolve("migrations"))) {
            return files.filter(file -> file.toString().endsWith(".sql")).count();
        }
    }

    private List<String> tables() {
        try (Database db = open()) {
            return await(db.reflect()).tables().stream().map(Table::name).toList();
        }
    }
}
