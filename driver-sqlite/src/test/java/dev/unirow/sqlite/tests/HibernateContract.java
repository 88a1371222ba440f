package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.SqliteStats;
import dev.unirow.sqlite.TransactionMode;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a plain Hibernate Reactive program does, on a file and in memory. */
@EachDatabase
@Tag("slow")
class HibernateContract extends SqliteFixture {
    private static final Duration LIMIT = Waiting.LIMIT;
    SqlitePool pool;
    Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config().withWriterTimeout(Waiting.LIMIT));
        factory = Factory.over(pool, Author.class, Sample.class, Animal.class, Animal.Dog.class, Counter.class);
        List<String> tables = new ArrayList<>(Author.TABLES);
        tables.addAll(Animal.TABLES);
        tables.addAll(Counter.TABLES);
        for (String table : tables) {
            await(factory.withTransaction(
                    session -> session.createNativeQuery(table).executeUpdate()));
        }
    }

    @AfterEach
    void closeAndLeaveNothingOpen() throws Exception {
        factory.close();
        SqliteStats stats = pool.stats().toCompletableFuture().get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
        pool.close();
        pool.getCloseFuture().toCompletableFuture().get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(stats.inUse()).isZero();
        assertThat(stats.waiting()).isZero();
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }

    /** Keeps AssertJ's overloads apart. */
    private static Object result(Uni<?> uni) {
        return await(uni);
    }

    private Author saved(String name) {
        Author author = new Author(name);
        await(factory.withTransaction(session -> session.persist(author)));
        return author;
    }

    private List<String> names() {
        return await(factory.withSession(
                session -> session.createSelectionQuery("select name from Author order by name", String.class)
                        .getResultList()));
    }

    @Test
    void insertsWithGeneratedIds() {
        assertThat(saved("Ada").id).isEqualTo(1);
        assertThat(saved("Bob").id).isEqualTo(2);
    }

    @Test
    void findsUpdatesAndDeletes() {
        Long id = saved("Ada").id;
        await(factory.withTransaction(session -> session.find(Author.class, id).invoke(found -> found.books = 3)));
        assertThat(await(factory.withSession(session -> session.find(Author.class, id))).books)
                .isEqualTo(3);
        await(factory.withTransaction(session -> session.find(Author.class, id).chain(session::remove)));
        assertThat(result(factory.withSession(session -> session.find(Author.class, id))))
                .isNull();
    }

    @Test
    void queriesInHql() {
        saved("Ada");
        saved("Bob");
        saved("Cyd");
        List<Author> found = await(factory.withSession(session -> session.createSelectionQuery(
                        "from Author where name > :name order by name desc", Author.class)
                .setParameter("name", "Ada")
                .setMaxResults(1)
                .getResultList()));
        assertThat(found).extracting(author -> author.name).containsExactly("Cyd");
        assertThat(result(factory.withTransaction(session -> session.createMutationQuery(
                                "update Author set books = books + 1 where name <> 'Bob'")
                        .executeUpdate())))
                .isEqualTo(2);
        assertThat(result(factory.withSession(session -> session.createSelectionQuery(
                                "select count(*), sum(books) from Author", Object[].class)
                        .getSingleResult())))
                .isEqualTo(new Object[] {3L, 2L});
    }

    @Test
    void rollsBackWhenTheWorkFails() {
        Throwable failure =
                catchThrowable(() -> await(factory.withTransaction(session -> session.persist(new Author("Ada"))
                        .call(session::flush)
                        .invoke(() -> {
                            throw new IllegalStateException("no");
                        }))));
        assertThat(failure).hasMessage("no");
        assertThat(names()).isEmpty();
    }

    @Test
    void tellsViolationsApart() {
        saved("Ada");
        assertViolation(session -> session.persist(new Author("Ada")), ConstraintKind.UNIQUE, "23505", "Author.name");
        assertViolation(session -> session.persist(new Author(null)), ConstraintKind.NOT_NULL, "23502", "Author.name");
        Author poor = new Author("Bob");
        poor.books = -1;
        assertViolation(session -> session.persist(poor), ConstraintKind.CHECK, "23514", "ck_author_books");
        Author alone = new Author("Cyd");
        alone.mentor = 99L;
        assertViolation(session -> session.persist(alone), ConstraintKind.FOREIGN_KEY, "23503", null);
        assertViolation(
                session -> session.createNativeQuery("insert into Author (id, name, books) values (1, 'Eve', 0)")
                        .executeUpdate()
                        .replaceWithVoid(),
                ConstraintKind.UNIQUE,
                "23505",
                "Author.id");
        assertThat(names()).containsExactly("Ada");
    }

    @Test
    void tellsViolationsApartThatTriggersReport() {
        run("create table owner (id INTEGER primary key)");
        run("create table pet (owner integer references owner on delete restrict, age integer)");
        run("create trigger aged before insert on pet when new.age > 99 begin select raise(abort, 'too old'); end");
        run("insert into owner values (1)");
        run("insert into pet values (1, 3)");
        assertViolation(
                session -> session.createNativeQuery("delete from owner")
                        .executeUpdate()
                        .replaceWithVoid(),
                ConstraintKind.FOREIGN_KEY,
                "23503",
                null);
        assertViolation(
                session -> session.createNativeQuery("insert into pet values (1, 100)")
                        .executeUpdate()
                        .replaceWithVoid(),
                ConstraintKind.OTHER,
                "23000",
                null);
    }

    private void run(String sql) {
        await(factory.withTransaction(session -> session.createNativeQuery(sql).executeUpdate()));
    }

    private interface Work {
        Uni<Void> in(Mutiny.Session session);
    }

    private void assertViolation(Work work, ConstraintKind kind, String state, String constraint) {
        Throwable failure = catchThrowable(() -> await(factory.withTransaction(work::in)));
        assertThat(failure).isInstanceOf(ConstraintViolationException.class);
        var violation = (ConstraintViolationException) failure;
        assertThat(violation.getKind()).isEqualTo(kind);
        assertThat(violation.getSQLState()).isEqualTo(state);
        assertThat(violation.getErrorCode() & 0xff).isEqualTo(SQLiteErrorCode.SQLITE_CONSTRAINT.code);
        assertThat(violation.getConstraintName()).isEqualTo(constraint);
        assertThat(violation).hasCauseInstanceOf(SQLiteException.class);
    }

    @Test
    void otherFailuresHaveTheStandardsSqlstateWhereItHasOne() {
        run("create table exact (id INTEGER primary key, n integer) strict");
        assertThat(stateOf("insert into exact values (1, 'many')")).isEqualTo("22000");
        assertThat(stateOf("insert into Author (id, name, books) values ('one', 'Eve', 0)"))
                .isEqualTo("22000");
        assertThat(stateOf("select nothing from nowhere")).isNull(); // one code of SQLite for many reasons
        SqliteConnection reading = pool.connect();
        Throwable refused = catchThrowable(() -> ConnectionContract.await(
                reading.begin(TransactionMode.READ_ONLY).thenCompose(begun -> reading.execute("delete from Author"))));
        ConnectionContract.await(reading.close());
        assertThat(((JDBCException) refused).getSQLState()).isEqualTo("25006");
    }

    private String stateOf(String sql) {
        return ((JDBCException) catchThrowable(() -> run(sql))).getSQLState();
    }

    @Test
    void keepsValuesOfEveryType() {
        Sample sample = new Sample();
        sample.number = Long.MIN_VALUE;
        sample.small = -7;
        sample.real = 0.1 + 0.2;
        sample.price = new BigDecimal("12.50");
        sample.flag = true;
        sample.text = "x'\"\n€😀";
        sample.colour = Sample.Colour.GREEN;
        sample.shade = Sample.Colour.GREEN;
        sample.date = LocalDate.of(2024, 2, 29);
        sample.time = LocalTime.of(23, 59, 0, 120_000_000);
        sample.dateTime = LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_789);
        sample.instant = Instant.parse("2024-02-29T23:30:00.000001Z");
        sample.uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
        sample.bytes = new byte[] {0, -1, 5};
        await(factory.withTransaction(session -> session.persist(sample)));

        Sample found = await(factory.withSession(session -> session.find(Sample.class, sample.id)));
        assertThat(found).usingRecursiveComparison().isEqualTo(sample);
        Object[] stored = (Object[]) await(factory.withSession(session -> session.createNativeQuery(
                        "select cast(a_date as text), cast(a_time as text), cast(a_moment as text), cast(instant as text),"
                                + " cast(uuid as text), typeof(price), typeof(flag) from Sample")
                .getSingleResult()));
        assertThat(stored).isEqualTo(new Object[] {
            "2024-02-29",
            "23:59:00.120000",
            "2024-03-31 02:30:00.123456789",
            "2024-02-29 23:30:00.000001",
            "01234567-89ab-cdef-0123-456789abcdef",
            "real",
            "integer"
        });
    }

    @Test
    void keepsNullsOfEveryType() {
        Sample sample = new Sample();
        await(factory.withTransaction(session -> session.persist(sample)));
        Sample found = await(factory.withSession(session -> session.find(Sample.class, sample.id)));
        assertThat(found).usingRecursiveComparison().isEqualTo(sample);
    }

    @Test
    void keepsDatesThatTheCalendarOfJavaSqlHasNot() {
        List<LocalDate> days = List.of(
                LocalDate.of(0, 1, 1),
                LocalDate.of(0, 2, 29),
                LocalDate.of(1, 1, 1),
                LocalDate.of(1582, 10, 4),
                LocalDate.of(1582, 10, 5),
                LocalDate.of(1582, 10, 14),
                LocalDate.of(9999, 12, 31));
        for (LocalDate day : days) {
            Sample sample = new Sample();
            sample.date = day;
            await(factory.withTransaction(session -> session.persist(sample)));

            Sample found = await(factory.withSession(session -> session.find(Sample.class, sample.id)));

            assertThat(found.date).isEqualTo(day);
            assertThat(countSamples("date = :it", day)).isOne();
            String stored = await(factory.withSession(session -> session.createNativeQuery(
                            "select cast(a_date as text) from Sample where a_date = :day", String.class)
                    .setParameter("day", day.toString())
                    .getSingleResult()));
            assertThat(stored).isEqualTo(day.toString());
        }
    }

    @Test
    void comparesValuesAsParametersAndLiterals() {
        Sample sample = new Sample();
        sample.date = LocalDate.of(2024, 2, 29);
        sample.dateTime = LocalDateTime.of(2024, 2, 29, 10, 0, 0, 500_000_000);
        sample.instant = Instant.parse("2024-02-29T10:00:00Z");
        sample.price = new BigDecimal("0.10");
        sample.flag = false;
        sample.uuid = UUID.randomUUID();
        await(factory.withTransaction(session -> session.persist(sample)));
        assertThat(countSamples("date = :it", sample.date)).isOne();
        assertThat(countSamples("date = date 2024-02-29 and :it = 1", 1)).isOne();
        assertThat(countSamples("dateTime > :it", sample.dateTime.minusNanos(1_000_000)))
                .isOne();
        assertThat(countSamples("dateTime < :it", sample.dateTime)).isZero();
        assertThat(countSamples("dateTime = datetime 2024-02-29 10:00:00.5 and :it = 1", 1))
                .isOne();
        assertThat(countSamples("s.instant = :it", sample.instant)).isOne();
        assertThat(countSamples("price < :it", new BigDecimal("0.2"))).isOne();
        assertThat(countSamples("price = :it", new BigDecimal("0.1"))).isOne();
        assertThat(countSamples("flag = :it", false)).isOne();
        assertThat(countSamples("flag = false and :it = 1", 1)).isOne();
        assertThat(countSamples("uuid = :it", sample.uuid)).isOne();
        assertThat(countSamples("year(date) = 2024 and month(date) = 2 and day(date) = :it", 29))
                .isOne();
        assertThat(countSamples("date + :it day = date 2024-03-02", 2)).isOne();
        assertThat(countSamples("hour(dateTime) = :it", 10)).isOne();
    }

    private Long countSamples(String where, Object value) {
        return await(factory.withSession(
                session -> session.createSelectionQuery("select count(*) from Sample s where " + where, Long.class)
                        .setParameter("it", value)
                        .getSingleResult()));
    }

    @Test
    void refusesADecimalThatWouldLoseDigits() {
        Sample sample = new Sample();
        sample.price = new BigDecimal("12345678901234.567");
        Throwable failure = catchThrowable(() -> await(factory.withTransaction(session -> session.persist(sample))));
        assertThat(failure)
                .hasStackTraceContaining(
                        "SQLite keeps 15 digits of a decimal exactly, this value has 17. Round it, or map the attribute to text: @JdbcTypeCode(SqlTypes.VARCHAR).");
    }

    @Test
    void insertsOnConflictDoNothing() {
        saved("Ada");
        int changed = await(factory.withTransaction(session -> session.createMutationQuery(
                        "insert into Author (name, books) values ('Ada', 1), ('Bob', 1) on conflict(name) do nothing")
                .executeUpdate()));
        assertThat(changed).isOne();
        assertThat(names()).containsExactly("Ada", "Bob");
    }

    @Test
    void losesNoneOfManyConcurrentIncrements() {
        Long id = saved("Ada").id;
        List<Uni<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < 8; worker++) {
            Uni<Void> work = Uni.createFrom().voidItem();
            for (int i = 0; i < 50; i++) {
                work = work.chain(() -> factory.withTransaction(session -> session.find(Author.class, id)
                        .invoke(author -> author.books++)
                        .replaceWithVoid()));
            }
            workers.add(work);
        }
        await(Uni.join().all(workers).andFailFast().replaceWithVoid());
        assertThat(await(factory.withSession(session -> session.find(Author.class, id))).books)
                .isEqualTo(400);
    }

    @Test
    void readersGoOnWhileManyIncrement() {
        Long id = saved("Ada").id;
        List<Uni<Void>> flows = new ArrayList<>();
        for (int flow = 0; flow < 8; flow++) {
            flows.add(Multi.createFrom()
                    .range(0, 50)
                    .onItem()
                    .transformToUniAndConcatenate(i -> factory.withTransaction(session -> session.find(Author.class, id)
                            .invoke(author -> author.books++)
                            .replaceWithVoid()))
                    .onItem()
                    .ignoreAsUni());
            flows.add(Multi.createFrom()
                    .range(0, 50)
                    .onItem()
                    .transformToUniAndConcatenate(i -> factory.withSession(session -> session.find(Author.class, id))
                            .invoke(author -> assertThat(author.books).isBetween(0, 400)))
                    .onItem()
                    .ignoreAsUni());
        }
        await(Uni.join().all(flows).andFailFast().replaceWithVoid());
        assertThat(await(factory.withSession(session -> session.find(Author.class, id))).books)
                .isEqualTo(400);
    }

    @Test
    void writesTwoHundredThousandRowsInOneFlush() {
        Object[] many = IntStream.range(0, 200_000)
                .mapToObj(i -> new Author("author " + i))
                .toArray();

        factory.withTransaction(session -> session.persistAll(many)).await().atMost(Waiting.LIMIT);

        assertThat(result(factory.withSession(
                        session -> session.createSelectionQuery("select count(*) from Author", Long.class)
                                .getSingleResult())))
                .isEqualTo(200_000L);
        assertThat(((Author) many[199_999]).id).isEqualTo(200_000L);
    }

    @Test
    void writesInBatches() {
        List<Author> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(new Author("author " + i));
        }
        await(factory.withTransaction(session -> session.setBatchSize(50).persistAll(many.toArray())));
        assertThat(names()).hasSize(1_000);
        await(factory.withTransaction(session -> session.setBatchSize(50)
                .createSelectionQuery("from Author", Author.class)
                .getResultList()
                .invoke(all -> all.forEach(author -> author.books = 2))));
        assertThat(result(factory.withSession(session -> session.createSelectionQuery(
                                "select count(*) from Author where books = 2", Long.class)
                        .getSingleResult())))
                .isEqualTo(1_000L);
    }

    @Test
    void nativeQueriesReturnWhatIsStored() {
        saved("Ada");
        Object[] row = (Object[]) await(factory.withSession(session -> session.createNativeQuery(
                        "select id, name, books, 1.5, x'0102', null, count(*) over () from Author")
                .getSingleResult()));
        assertThat(row[0]).isEqualTo(1L);
        assertThat(row[1]).isEqualTo("Ada");
        assertThat(row[3]).isEqualTo(1.5);
        assertThat((byte[]) row[4]).containsExactly(1, 2);
        assertThat(row[5]).isNull();
        assertThat(row[6]).isEqualTo(1L);
    }

    @Test
    void aFailedStatementKeepsSqlitesFailureAsTheCause() {
        Throwable failure = catchThrowable(() -> await(factory.withSession(
                session -> session.createNativeQuery("select x from nowhere").getResultList())));
        assertThat(failure)
                .hasRootCauseInstanceOf(SQLException.class)
                .hasStackTraceContaining("no such table: nowhere");
    }

    @Test
    void changesEntitiesOverSeveralTablesInBulk() {
        await(factory.withTransaction(session ->
                session.persistAll(Animal.dog(1, "Rex", 1), Animal.dog(2, "Fido", 5), Animal.dog(3, "Ace", 9))));
        for (int round = 0; round < 2; round++) {
            assertThat(result(factory.withTransaction(session -> session.createMutationQuery(
                                    "update Animal$Dog set name = 'clever', tricks = tricks + 1 where tricks > 2")
                            .executeUpdate())))
                    .isEqualTo(2);
        }
        assertThat(result(factory.withTransaction(
                        session -> session.createMutationQuery("delete from Animal$Dog where tricks > 10")
                                .executeUpdate())))
                .isEqualTo(1);
        assertThat(result(factory.withSession(
                        session -> session.createSelectionQuery("select name from Animal order by id", String.class)
                                .getResultList())))
                .isEqualTo(List.of("Rex", "clever"));
    }

    @Test
    void keepsJsonAndArrays() {
        await(factory.withTransaction(session -> session.persist(Animal.dog(1, "Rex", 1))));
        Animal found = await(factory.withSession(session -> session.find(Animal.class, 1L)));
        assertThat(found.notes).containsEntry("likes", "bones").hasSize(1);
        assertThat(found.tags).containsExactly("brown", "loud");
        assertThat(result(factory.withSession(session -> session.createNativeQuery(
                                "select json_extract(notes, '$.likes') from Animal", String.class)
                        .getSingleResult())))
                .isEqualTo("bones");
    }

    @Test
    void insertsOrUpdatesInAStatelessSession() {
        Author ada = saved("Ada");
        Author changed = new Author("Ada Lovelace");
        changed.id = ada.id;
        Author added = new Author("Bob");
        added.id = 77L;
        await(factory.withStatelessTransaction(
                session -> session.upsert(changed).chain(() -> session.upsert(added))));
        assertThat(names()).containsExactly("Ada Lovelace", "Bob");
    }

    @Test
    void takesIdsFromATableAndChecksVersions() {
        Counter first = new Counter();
        Counter second = new Counter();
        await(factory.withTransaction(session -> session.persistAll(first, second)));
        assertThat(second.id).isEqualTo(first.id + 1);
        Counter stale = await(factory.withSession(session -> session.find(Counter.class, first.id)));
        await(factory.withTransaction(
                session -> session.find(Counter.class, first.id).invoke(counter -> counter.count = 1)));
        stale.count = 2;
        assertThat(catchThrowable(() -> await(factory.withTransaction(session -> session.merge(stale)))))
                .isInstanceOf(OptimisticLockException.class);
    }

    @Test
    void addsToTimestampsAndTellsDifferences() {
        Sample sample = new Sample();
        sample.dateTime = LocalDateTime.of(2024, 2, 29, 10, 0);
        await(factory.withTransaction(session -> session.persist(sample)));
        assertThat(countSamples("dateTime + :it hour = datetime 2024-03-01 01:00:00", 15))
                .isOne();
        assertThat(countSamples("(datetime 2024-03-01 10:00:00 - dateTime) by day = :it", 1L))
                .isOne();
        assertThat(countSamples("(datetime 2024-02-29 10:01:30 - dateTime) by second = :it", 90L))
                .isOne();
    }

    @Test
    void cancellingATransactionThatWaitsForItsTurnLeavesNothingBehind() {
        SqliteConnection holder = pool.connect();
        ConnectionContract.await(holder.beginTransaction());
        List<String> ran = new ArrayList<>();
        Cancellable waiting = factory.withTransaction(session -> {
                    ran.add("work");
                    return session.persist(new Author("Ada"));
                })
                .subscribe()
                .with(done -> ran.add("done"), failure -> ran.add("failed"));
        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .until(() -> ConnectionContract.await(pool.stats()).waiting() == 1);
        waiting.cancel();
        ConnectionContract.await(holder.commitTransaction());
        ConnectionContract.await(holder.close());
        saved("Bob");
        assertThat(names()).containsExactly("Bob");
        assertThat(ran).isEmpty();
        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .until(() -> ConnectionContract.await(pool.stats()).inUse() == 0);
    }

    @Test
    void servesCallersOnAnotherVertx() {
        Vertx other = Vertx.vertx();
        CompletableFuture<Long> found = new CompletableFuture<>();
        other.getOrCreateContext().runOnContext(unused -> {
            Thread caller = Thread.currentThread();
            factory.withTransaction(session -> session.persist(new Author("Ada"))
                            .call(session::flush)
                            .chain(() -> session.createSelectionQuery("select count(*) from Author", Long.class)
                                    .getSingleResult()))
                    .subscribe()
                    .with(
                            count -> found.complete(Thread.currentThread() == caller ? count : -1L),
                            found::completeExceptionally);
        });
        assertThat((long) ConnectionContract.await(found)).isOne();
        ConnectionContract.await(other.close().toCompletionStage());
    }

    @Test
    void aCallerWhoseVertxIsClosedMeanwhileGetsTheResultAndLeavesTheWritersTurn() {
        Vertx vertx = Vertx.vertx();
        var begun = new CompletableFuture<Void>();
        var ended = new CompletableFuture<Object>();
        vertx.runOnContext(unused -> factory.withTransaction(session -> session.persist(new Author("Ada"))
                        .chain(session::flush)
                        .invoke(() -> begun.complete(null))
                        .chain(() -> session.createNativeQuery(LongStatementContract.LONG, Long.class)
                                .getSingleResult()))
                .subscribe()
                .with(ended::complete, ended::complete));
        ConnectionContract.await(begun);
        ConnectionContract.await(vertx.close().toCompletionStage());
        assertThat(ConnectionContract.await(ended)).isNotNull(); // a result or a failure, but never nothing
        assertThat(saved("Bob").id).isNotNull();
        assertThat(ConnectionContract.await(pool.stats()).inUse()).isZero();
    }

    @Test
    void upsertsWithAVersion() {
        Counter counter = new Counter();
        await(factory.withTransaction(session -> session.persist(counter)));
        counter.count = 5;
        await(factory.withStatelessTransaction(session -> session.upsert(counter)));
        assertThat(await(factory.withSession(session -> session.find(Counter.class, counter.id))).count)
                .isEqualTo(5);
    }
}
