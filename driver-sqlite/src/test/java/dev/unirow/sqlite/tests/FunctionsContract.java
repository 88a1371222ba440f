package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HQL's functions, as far as SQLite has words for them. */
@EachDatabase
class FunctionsContract extends SqliteFixture {
    @Entity(name = "Happening")
    static class Happening {
        @Id
        long id;

        Integer weight;
        LocalDate day;
        LocalDateTime start;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, Object> notes;

        @ElementCollection
        List<String> tags;
    }

    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
        Configuration configuration = new Configuration().addAnnotatedClass(Happening.class);
        configuration.getProperties().put("hibernate.vertx.pool.class", pool);
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        configuration.setProperty("hibernate.query.hql.json_functions_enabled", "true");
        factory = configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .build())
                .unwrap(Mutiny.SessionFactory.class);
        Happening party = new Happening();
        party.id = 1;
        party.weight = 7;
        party.day = LocalDate.of(2024, 2, 29);
        party.start = LocalDateTime.of(2024, 2, 29, 13, 45, 30, 500_000_000);
        party.notes = Map.of("name", "spring", "count", 5, "list", List.of(1, 2));
        party.tags = List.of("b", "a");
        Happening empty = new Happening();
        empty.id = 2;
        HibernateContract.await(factory.withTransaction(session -> session.persistAll(party, empty)));
    }

    @AfterEach
    void close() {
        factory.close();
        pool.close();
    }

    private Object one(String expression) {
        return HibernateContract.await(factory.withSession(session -> session.createSelectionQuery(
                        "select " + expression + " from Happening where id = 1", Object.class)
                .getSingleResult()));
    }

    private List<Long> ids(String condition) {
        return HibernateContract.await(factory.withSession(
                session -> session.createSelectionQuery("select id from Happening where " + condition, Long.class)
                        .getResultList()));
    }

    @Test
    void valuesAreTakenOutOfJson() {
        assertThat(one("json_value(notes, '$.name')")).isEqualTo("spring");
        assertThat(one("json_value(notes, '$.count' returning Integer)")).isEqualTo(5);
        assertThat(one("json_query(notes, '$.list')")).isEqualTo("[1,2]");
        assertThat(one("json_value(notes, '$.none')")).isNull();
        assertThat(ids("json_value(notes, '$.count') = '5'")).containsExactly(1L);
        assertThat(ids("json_value(notes, '$.list[$i]' passing 1 as i returning Integer) = 2"))
                .containsExactly(1L);
        assertThat(ids("json_exists(notes, '$.name')")).containsExactly(1L);
        assertThat(ids("json_exists(notes, '$.none')")).isEmpty();
    }

    @Test
    void jsonIsMadeAndChanged() {
        assertThat(one("json_object('w': weight, 'n': notes)"))
                .asString()
                .contains("\"w\":7")
                .contains("\"n\":{")
                .contains("\"list\":[1,2]");
        assertThat(one("json_array(weight, 'x')")).isEqualTo("[7,\"x\"]");
        assertThat(one("json_query(json_set(notes, '$.count', 6), '$.count')")).isEqualTo("6");
        assertThat(one("json_exists(json_remove(notes, '$.name'), '$.name')")).isEqualTo(false);
        assertThat(one("json_value(json_mergepatch(notes, '{\"name\":\"autumn\"}'), '$.name')"))
                .isEqualTo("autumn");
        assertThatThrownBy(() -> one("json_object('w': weight absent on null)"))
                .hasMessageContaining("SQLite's json_object keeps nulls. Leave 'absent on null' out.");
    }

    private Object all(String expression) {
        return HibernateContract.await(factory.withSession(session -> session.createSelectionQuery(
                        "select " + expression + " from Happening h left join h.tags t", Object.class)
                .getSingleResult()));
    }

    @Test
    void jsonIsAggregated() {
        assertThat(all("json_arrayagg(t order by t desc)"))
                .as("nulls are left out")
                .isEqualTo("[\"b\",\"a\"]");
        assertThat(all("json_arrayagg(t null on null order by t nulls last)")).isEqualTo("[\"a\",\"b\",null]");
        assertThat(all("json_arrayagg(t) filter (where t > 'a')")).isEqualTo("[\"b\"]");
        assertThat(all("json_arrayagg(json_object('t': t)) filter (where t = 'a')"))
                .isEqualTo("[{\"t\":\"a\"}]");
        assertThat(all("json_objectagg(t: h.weight) filter (where t = 'a')")).isEqualTo("{\"a\":7}");
        assertThat(all("json_objectagg(cast(h.id as String) value h.weight null on null) filter (where h.id = 2)"))
                .isEqualTo("{\"2\":null}");
        assertThat(all("json_objectagg(cast(h.id as String) value h.weight) filter (where h.id = 2)"))
                .isEqualTo("{}");
        assertThatThrownBy(() -> all("json_objectagg(t: h.weight with unique keys)"))
                .hasMessageContaining("SQLite's json_group_object keeps keys that come twice.");
    }

    @Test
    void textsAreAggregatedInOrder() {
        Object joined = HibernateContract.await(factory.withSession(session -> session.createSelectionQuery(
                        "select listagg(t, ',') within group (order by t) from Happening h join h.tags t", String.class)
                .getSingleResult()));
        assertThat(joined).isEqualTo("a,b");
    }

    @Test
    void distinctFromTreatsNullAsAValue() {
        assertThat(ids("weight is distinct from 7")).containsExactly(2L);
        assertThat(ids("weight is not distinct from 7")).containsExactly(1L);
        assertThat(ids("weight is distinct from null")).containsExactly(1L);
    }

    @Test
    void datesAndTimesAreCastTakenApartAndFormatted() {
        assertThat(one("cast('2024-02-29' as LocalDate)")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(one("cast(start as LocalDate)")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(one("cast(day as LocalDateTime)")).isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0));
        assertThat(one("extract(date from start)")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(one("extract(time from start)")).isEqualTo(LocalTime.of(13, 45, 30, 500_000_000));
        assertThat(one("format(start as 'dd/MM/yyyy HH:mm')")).isEqualTo("29/02/2024 13:45");
    }
}
