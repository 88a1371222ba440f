package dev.unirow.junit;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;

/** What a database of tests has before the first of them: the tables of the models, and rows. */
record Preparation(List<Class<?>> models, Class<? extends TestData> data, boolean migrate) {
    DatabaseBuilder builder(String url) {
        return Database.builder(url).models(models.toArray(Class<?>[]::new));
    }

    /** Makes tables and rows in an empty database. */
    void in(String url) {
        DatabaseBuilder builder = builder(url).migrateOnOpen(migrate);
        try (Database db = builder.open()) {
            Uni<Void> tables = migrate ? Uni.createFrom().voidItem() : db.createAll();
            await(tables.chain(() -> ReflectionSupport.newInstance(data).fill(db)));
        }
    }
}
