package dev.unirow.junit;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of all kinds, four at a time on one server, leave every table as it was. */
@EachDatabase
class ManyTestsContract {
    private static final String URL = "${launched.url}";
    private static final String TESTS = "launched.tests";

    private final String url;

    ManyTestsContract(DatabaseTarget target) {
        this.url = target.newDatabaseUrl();
    }

    abstract static class OfAllKinds {
        private final int kinds;

        OfAllKinds(int kinds) {
            this.kinds = kinds;
        }

        static IntStream numbers() {
            return IntStream.range(0, Integer.getInteger(TESTS));
        }

        @BeforeEach
        void findsWhatTheDataAre(Database db) {
            assertThat(NoteRows.of(db)).isEqualTo(NoteRows.OF_THE_DATA);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void works(int number, Database db, AsyncSession session) {
            Uni<?> work = switch (number % kinds) {
                case 0 -> begin(db, "a");
                case 1 -> beginsAtOnce(db);
                case 2 -> nested(db);
                case 3 -> failures(db);
                case 4 -> beginInsideBegin(db);
                case 5 -> ownSession(db, session);
                default -> reads(db);
            };
            await(work);
        }

        private static Uni<Void> begin(Database db, String name) {
            return db.begin(s -> s.insert(new Note(name, "new")).replaceWithVoid());
        }

        private static Uni<Void> refused(Uni<?> work) {
            return work.replaceWithVoid()
                    .onItem()
                    .failWith(done -> new AssertionError("It was not refused."))
                    .onFailure(UniqueViolationException.class)
                    .recoverWithNull();
        }

        private static Uni<?> beginsAtOnce(Database db) {
            return Uni.join()
                    .all(begin(db, "a"), refused(begin(db, "tea")), begin(db, "b"))
                    .andFailFast()
                    .chain(() -> count(db, 4));
        }

        private static Uni<Void> count(Database db, long expected) {
            return db.read(s -> s.count(select(Note.class)))
                    .invoke(count -> assertThat(count).isEqualTo(expected))
                    .replaceWithVoid();
        }

        private static Uni<?> beginInsideBegin(Database db) {
            return db.begin(s -> s.insert(new Note("a", ""))
                            .chain(() -> begin(db, "b"))
                            .chain(() -> refused(begin(db, "tea")))
                            .chain(() -> s.insert(new Note("c", ""))))
                    .chain(() -> count(db, 5));
        }

        private static Uni<?> nested(Database db) {
            return db.begin(s -> s.nested(inner -> inner.insert(new Note("a", "")))
                            .chain(() -> refused(s.nested(inner -> inner.insert(new Note("tea", "")))))
                            .chain(() -> s.nested(inner -> inner.insert(new Note("b", "")))))
                    .chain(() -> count(db, 4));
        }

        private static Uni<?> ownSession(Database db, AsyncSession session) {
            session.add(new Note("a", ""));
            return session.commit()
                    .invoke(() -> session.add(new Note("b", "")))
                    .chain(session::flush)
                    .chain(() -> count(db, 4))
                    .chain(session::rollback)
                    .chain(() -> count(db, 3))
                    .invoke(() -> session.add(new Note("left", "open")))
                    .chain(session::flush);
        }

        private static Uni<?> failures(Database db) {
            return refused(begin(db, "tea"))
                    .chain(() -> db.connect(c -> c.select("select nothing from nowhere")))
                    .onFailure()
                    .recoverWithNull()
                    .chain(() -> begin(db, "a"))
                    .chain(() -> db.connect(c -> c.execute("delete from note where name = 'tea'")))
                    .chain(() -> count(db, 2));
        }

        private static Uni<?> reads(Database db) {
            return db.begin(s -> s.insert(new Note("a", ""))
                            .chain(() -> count(db, 3))
                            .chain(() -> s.stream(select(Note.class)).collect().asList()))
                    .invoke(notes -> assertThat(notes).hasSize(3));
        }
    }

    @UnirowTest(url = URL, models = Note.class, data = Notes.class, isolation = TestIsolation.ROLLBACK)
    static class RolledBack extends OfAllKinds {
        private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

        RolledBack() {
            super(7);
        }

        @BeforeEach
        void remember(Database db) {
            String name = Objects.requireNonNull(db.name());
            DATABASES.put(
                    name,
                    db.isSqlite() ? "sqlite:///" + name : ServerPlace.named(System.getProperty("launched.url"), name));
        }

        /** By connections of their own, which see what is committed. */
        @AfterAll
        static void nothingIsCommitted() {
            assertThat(DATABASES).isNotEmpty();
            for (String each : DATABASES.values()) {
                try (Database db = Database.open(each, Note.class)) {
                    assertThat(NoteRows.of(db)).isEqualTo(NoteRows.OF_THE_DATA);
                }
            }
            DATABASES.clear();
        }
    }

    @UnirowTest(url = URL, models = Note.class, data = Notes.class, isolation = TestIsolation.COPY)
    static class OnCopies extends OfAllKinds {
        OnCopies() {
            super(4); // a transaction that is not committed is seen by its own session alone
        }
    }

    private void launch(int tests, Class<?> type) {
        System.setProperty(TESTS, String.valueOf(tests));
        LaunchedTests launched = LaunchedTests.atOnce(url, type);

        assertThat(launched.failures()).isEmpty();
        assertThat(launched.count()).isEqualTo(tests);
    }

    @Test
    void someAreRolledBack() {
        launch(70, RolledBack.class);
    }

    @Test
    @Tag("deep")
    void aThousandAreRolledBack() {
        launch(1000, RolledBack.class);
    }

    @Test
    @Tag("deep")
    void manyHaveCopies() {
        launch(210, OnCopies.class);
    }
}
