package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.HibernateContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.PostgresServer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** HQL's computing with dates and times gives on SQLite what it gives on PostgreSQL. {@code -Dseed=…} repeats a run. */
@DisabledIfSystemProperty(
        named = "db",
        matches = "(?!.*postgresql).+",
        disabledReason = "It starts PostgreSQL, which is not among the databases that -Ddb names.")
@Tag("slow")
class TimeAgreementTest {
    private static final long SEED = 20_240_229;
    private static final int EXPRESSIONS = 300;
    private static final int MANY_EXPRESSIONS = 4_000;
    private static final int IN_ONE_SELECT = 25;

    private static SqlitePool pool;
    private static Mutiny.SessionFactory sqlite;
    private static Mutiny.SessionFactory postgres;

    @BeforeAll
    static void open() {
        pool = SqlitePool.open(SqliteConfig.memory());
        sqlite = Factory.creating(pool, Moment.class);
        String database = PostgresServer.createDatabase();
        PostgresServer.execute("postgres", "alter database " + database + " set timezone to 'UTC'");
        Configuration configuration = new Configuration().addAnnotatedClass(Moment.class);
        configuration.setProperty(
                "jakarta.persistence.jdbc.url", "postgresql://127.0.0.1:" + PostgresServer.port() + "/" + database);
        configuration.setProperty("jakarta.persistence.jdbc.user", "postgres");
        configuration.setProperty("jakarta.persistence.jdbc.password", "postgres");
        configuration.setProperty("hibernate.hbm2ddl.auto", "create");
        postgres = configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .build())
                .unwrap(Mutiny.SessionFactory.class);
    }

    @AfterAll
    static void close() {
        postgres.close();
        sqlite.close();
        pool.close();
    }

    @Test
    void expressionsOverDatesAndTimesAgreeWithPostgres() {
        run(Long.getLong("seed", SEED), EXPRESSIONS);
    }

    @Test
    @Tag("deep")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void manyExpressionsOverDatesAndTimesAgreeWithPostgres() {
        run(Long.getLong("seed", new Random().nextLong()), MANY_EXPRESSIONS);
    }

    private static void run(long seed, int count) {
        System.out.println("Seed of expressions over dates and times: " + seed);
        Random random = new Random(seed);
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        int values = 0;
        for (MomentBand band : MomentBand.values()) {
            save(band, random);
            List<TimeExpression> expressions =
                    new RandomTimeExpressions(random, band).make(count / MomentBand.values().length);
            expressions.forEach(expression -> kinds.merge(expression.kind(), 1, Integer::sum));
            for (int i = 0; i < expressions.size(); i += IN_ONE_SELECT) {
                List<TimeExpression> some = expressions.subList(i, Math.min(i + IN_ONE_SELECT, expressions.size()));
                values += compare(band, some, differences);
            }
        }
        System.out.println("Expressions by kind: " + kinds + ", values compared: " + values);
        RandomTimeExpressions.LEFT_OUT.forEach((what, why) -> System.out.println("Left out: " + what + ": " + why));
        assertThat(differences).as("seed %d", seed).isEmpty();
    }

    private static void save(MomentBand band, Random random) {
        long seed = random.nextLong();
        for (Mutiny.SessionFactory factory : List.of(sqlite, postgres)) {
            await(factory.withTransaction(session -> session.createMutationQuery("delete from Moment")
                    .executeUpdate()
                    .chain(() ->
                            session.persistAll(band.moments(new Random(seed)).toArray()))));
        }
    }

    private static int compare(MomentBand band, List<TimeExpression> expressions, List<String> differences) {
        List<Object[]> here = rows(sqlite, expressions, TimeExpression::hql);
        List<Object[]> there = rows(postgres, expressions, TimeExpression::onPostgres);
        assertThat(here).hasSameSizeAs(there).isNotEmpty();
        for (int row = 0; row < here.size(); row++) {
            for (int i = 0; i < expressions.size(); i++) {
                Object mine = here.get(row)[i + 1];
                Object wanted = there.get(row)[i + 1];
                if (!Objects.equals(mine, wanted) && !isLost(mine)) {
                    differences.add(expressions.get(i).hql() + " of " + band + " " + here.get(row)[0] + ": " + mine
                            + " on SQLite, " + wanted + " on PostgreSQL");
                }
            }
        }
        return here.size() * expressions.size();
    }

    private static boolean isLost(@Nullable Object value) {
        return value instanceof LocalDateTime dateTime && MomentBand.isLost(dateTime.toLocalDate())
                || value instanceof LocalDate date && MomentBand.isLost(date);
    }

    private static List<Object[]> rows(
            Mutiny.SessionFactory factory, List<TimeExpression> expressions, Function<TimeExpression, String> text) {
        String columns = expressions.stream().map(text).collect(Collectors.joining(", "));
        return await(factory.withSession(session -> session.createSelectionQuery(
                        "select e.id, " + columns + " from Moment e order by e.id", Object[].class)
                .getResultList()));
    }
}
