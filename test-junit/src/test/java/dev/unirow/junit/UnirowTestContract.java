package dev.unirow.junit;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link UnirowTest} gives to the tests of a class, in both ways of leaving a database as it was. */
@EachDatabase
class UnirowTestContract {
    private static final String URL = "${launched.url}";

    private final DatabaseTarget target;
    private final String url;

    UnirowTestContract(DatabaseTarget target) {
        this.target = target;
        this.url = target.newDatabaseUrl();
    }

    /** Each finds the two notes, changes everything, and commits. */
    abstract static class Changing {
        private final Database db;

        Changing(Database db) {
            this.db = db;
        }

        @BeforeEach
        void findsWhatTheDataAre(Database same, AsyncSession session) {
            assertThat(same).isSameAs(db);
            assertThat(NoteRows.of(db)).isEqualTo(NoteRows.OF_THE_DATA);
            session.add(new Note("before", "each"));
            await(session.commit());
        }

        @Test
        void inserts(AsyncSession session) {
            session.add(new Note("bread", "one"));
            await(session.commit());
            session.add(new Note("left", "open"));
            await(session.flush());
        }

        @Test
        void deletes(Database same) {
            await(same.connect(c -> c.execute("delete from note")));
        }

        @Test
        void failsInside() {
            await(db.begin(s -> s.insert(new Note("tea", "again")))
                    .onFailure()
                    .recoverWithNull()
                    .chain(() -> db.begin(s -> s.insert(new Note("bread", "one")))));
        }

        @Nested
        class Inside {
            @Test
            void inserts(AsyncSession session) {
                session.add(new Note("bread", "one"));
                await(session.commit());
            }
        }

        @AfterEach
        void findsWhatTheTestHasLeft(Database same) {
            assertThat(NoteRows.of(same)).isNotEqualTo(NoteRows.OF_THE_DATA);
        }
    }

    @UnirowTest(url = URL, models = Note.class, data = Notes.class, isolation = TestIsolation.COPY)
    static class OnCopies extends Changing {
        OnCopies(Database db) {
            super(db);
        }
    }

    @UnirowTest(url = URL, models = Note.class, data = Notes.class, isolation = TestIsolation.ROLLBACK)
    static class RolledBack extends Changing {
        RolledBack(Database db) {
            super(db);
        }
    }

    @Test
    void eachTestFindsTheDatabaseAsItWas() {
        Set<String> before = databases();
        LaunchedTests launched = LaunchedTests.of(url, OnCopies.class, RolledBack.class);

        assertThat(launched.failures()).isEmpty();
        assertThat(launched.count()).isEqualTo(8);
        assertThat(databases()).isEqualTo(before);
    }

    @Test
    void classesAndTestsAtOnceDoNotMeet() {
        LaunchedTests launched = LaunchedTests.atOnce(url, OnCopies.class, RolledBack.class);

        assertThat(launched.failures()).isEmpty();
        assertThat(launched.count()).isEqualTo(8);
    }

    /** Those of the server, for what the tests leave there. */
    private Set<String> databases() {
        if (!target.isServer()) {
            return Set.of();
        }
        try (Database db = Database.open(url, Note.class)) {
            return await(db.connect(c -> c.select("select * from "
                            + (db.kind() == DatabaseKind.POSTGRESQL
                                    ? "(select datname as name from pg_database) as found"
                                    : "(select schema_name as name from information_schema.schemata) as found"))))
                    .stream()
                    .map(row -> String.valueOf(row.get("name")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @UnirowTest(url = URL, models = Note.class, data = Notes.class, isolation = TestIsolation.ROLLBACK)
    static class TakenBackTogether {
        @Test
        void aBeginIsCommittedInsideOfOneThatFails(Database db) {
            await(db.begin(s -> s.insert(new Note("jam", "red"))
                            .chain(() -> db.begin(inner -> inner.insert(new Note("bread", "one"))))
                            .chain(() -> Uni.createFrom().failure(new IllegalStateException())))
                    .onFailure()
                    .recoverWithNull());
        }

        @Test
        void anotherTest(Database db) {
            assertThat(NoteRows.of(db)).isEqualTo(NoteRows.OF_THE_DATA);
        }
    }

    @Test
    void whatDiffersFromProductionFailsTheTest() {
        LaunchedTests launched = LaunchedTests.of(url, TakenBackTogether.class);

        assertThat(launched.failures()).singleElement().satisfies(failed -> {
            assertThat(failed.name()).startsWith("aBeginIsCommittedInsideOfOneThatFails");
            assertThat(failed.message()).startsWith("What one transaction had written was taken back with another one");
        });
    }

    @UnirowTest(url = URL, models = Note.class, data = Notes.class)
    static class Counted {
        @BeforeEach
        void sendsSomething(Database db) {
            NoteRows.of(db);
        }

        @Test
        @ExpectStatements(3)
        void asExpected(Database db, AsyncSession session) {
            await(db.begin(s -> s.insert(new Note("bread", "one"))));
            session.add(new Note("jam", "red"));
            await(session.commit());
            NoteRows.of(db);
        }

        @Test
        @ExpectStatements(0)
        void none() {}

        @Test
        @ExpectStatements(1)
        void oneForEachRow(Database db) {
            NoteRows.of(db);
            for (String name : List.of("milk", "tea", "none")) {
                await(db.read(s -> s.find(Note.class, name)));
            }
        }
    }

    @Test
    void statementsAreCountedAndListedWithTheirLines() {
        LaunchedTests launched = LaunchedTests.of(url, Counted.class);

        assertThat(launched.failures()).singleElement().satisfies(failed -> {
            String sql = "select n1_0.name,n1_0.text from note n1_0 where n1_0.name="
                    + (target.kind().toString().startsWith("PostgreSQL") ? "$1" : "?");
            String at = "\n       at " + Counted.class.getName() + ".oneForEachRow(UnirowTestContract.java:0)";
            assertThat(failed.name()).startsWith("oneForEachRow");
            assertThat(failed.message().replaceAll("java:\\d+", "java:0"))
                    .isEqualTo("Expected 1 statement, but the test sent 4."
                            + "\n  1. select name, text from note order by name\n       at "
                            + NoteRows.class.getName() + ".of(NoteRows.java:0)"
                            + "\n  2. " + sql + at + "\n  3. " + sql + at + "\n  4. " + sql + at
                            + "\nThe same was sent 3 times, perhaps once for each row of another statement (N+1): load"
                            + " all at once, by fetch(…) of the select or session.fetch(models, …):\n  " + sql + at);
        });
    }

    @UnirowTest(url = URL, models = Note.class)
    static class BeforeAllOfThem {
        @BeforeAll
        static void asks(Database db) {}

        @Test
        void runs() {}
    }

    @Test
    void whatRunsOnceForAllTestsHasNoDatabase() {
        assertThat(LaunchedTests.of(url, BeforeAllOfThem.class).failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.message()).contains("There is no database for"));
    }
}
