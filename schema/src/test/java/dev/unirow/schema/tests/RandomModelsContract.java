package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.EachDialect;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made of whatever models is what they ask for. {@code -Dseed=…} takes one set again. */
@EachDialect
class RandomModelsContract extends SchemaFixture {
    private static final int SETS = 20;
    private static final int MANY_SETS = 300;

    @Test
    void whatIsCreatedOfRandomModelsDiffersInNothing() {
        run(SETS);
    }

    @Test
    @Tag("deep")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whatIsCreatedOfManyRandomModelsDiffersInNothing() {
        run(MANY_SETS);
    }

    private void run(int sets) {
        Long given = Long.getLong("seed");
        List<Long> seeds = given != null
                ? List.of(given)
                : new Random().longs(sets).boxed().toList();
        System.out.println("Seeds of random models: " + seeds);
        Map<Long, List<Class<?>>> models = RandomModels.compile(seeds);
        try (JdbcRunner database = connect()) {
            models.forEach((seed, classes) -> check(database, seed, classes));
        }
    }

    private void check(JdbcRunner database, long seed, List<Class<?>> classes) {
        Schema wanted = wanted(classes);
        Schemas.createAll(target().kind(), wanted, Set.of()).forEach(database::run);
        Schema live = live(database);

        assertThat(Schemas.compare(target().kind(), database, live, wanted)
                        .await()
                        .indefinitely())
                .as("seed %d", seed)
                .isEmpty();
        assertThat(Schema.fromJson(wanted.toJson())).as("seed %d", seed).isEqualTo(wanted);
        Set<String> names = live.tables().stream().map(Table::name).collect(Collectors.toSet());
        database.migrate(Schemas.dropAll(target().kind(), wanted, names));
        assertThat(live(database)).as("seed %d", seed).isEqualTo(Schema.empty());
    }

    // Hibernate finds classes by their names, through the thread's loader
    private Schema wanted(List<Class<?>> classes) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes.get(0).getClassLoader());
        try {
            return Schemas.wanted(target(), Naming.standard(), classes, Map.of());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Schema live(JdbcRunner database) {
        return Schemas.live(target().kind(), database).await().indefinitely();
    }
}
