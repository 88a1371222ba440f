package dev.unirow.query.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.query.tests.models.Order;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsOfHqlTest {
    @Test
    void modelsAndAttributesMayHaveTheNameOfAnyWord(@TempDir Path directory) {
        Map<String, Object> settings = Map.of(
                "hibernate.dialect",
                "org.hibernate.community.dialect.SQLiteDialect",
                "jakarta.persistence.jdbc.url",
                "jdbc:sqlite:" + directory.resolve("words.db"),
                "hibernate.globally_quoted_identifiers",
                true);
        List<String> names = Arrays.stream(Order.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class && !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();
        try (TestDatabase database = new OrmDatabase(settings, Order.class)) {
            database.add(new Order(1L), new Order(2L));
            for (String name : names) {
                assertThat(database.execute(update(Order.class).set(name, "x"))).isEqualTo(2);
                assertThat(database.all(select(Order.class)
                                .filter(name + "__startswith", "x")
                                .orderBy("-" + name, "key")
                                .limit(1)))
                        .hasSize(1);
            }
            assertThat(database.count(select(Order.class).orderBy("pk").limit(1)))
                    .isEqualTo(1);
            assertThat(database.all(select(Order.class).filter("local_time__city", null)))
                    .hasSize(2);
        }
    }
}
