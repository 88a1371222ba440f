package dev.unirow.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a {@link UnirowTest} finds its database. */
class UnirowTestUrlTest {
    @UnirowTest(models = Note.class)
    static class OnTheDefault {
        @Test
        void isSqlite(Database db) {
            assertThat(db.isSqlite()).isTrue();
        }
    }

    @UnirowTest(url = "${no.such.key}", models = Note.class)
    static class OnAMissingKey {
        @Test
        void runs(Database db) {}
    }

    @UnirowTest(url = "embedded:mariadb", models = Note.class)
    static class OnAMariaDbToStart {
        @Test
        void runs(Database db) {}
    }

    @UnirowTest(url = "embedded:postgresql", models = Note.class, data = Notes.class)
    static class OnAPostgresToStart {
        @Test
        void runs(Database db) {
            assertThat(db.kind()).isEqualTo(DatabaseKind.POSTGRESQL);
            assertThat(NoteRows.of(db)).isEqualTo(NoteRows.OF_THE_DATA);
        }
    }

    @Test
    void itIsSqliteUnlessSaid() {
        assertThat(LaunchedTests.of("", OnTheDefault.class).failures()).isEmpty();
    }

    @Test
    void aKeyThatIsNotConfiguredIsNamed() {
        assertThat(LaunchedTests.of("", OnAMissingKey.class).failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.message())
                        .contains("The URL '${no.such.key}' of @UnirowTest asks for a key that is not configured."));
    }

    @Test
    void onlyPostgresIsStarted() {
        assertThat(LaunchedTests.of("", OnAMariaDbToStart.class).failures())
                .singleElement()
                .satisfies(
                        failed -> assertThat(failed.message())
                                .contains(
                                        "@UnirowTest starts no server for 'embedded:mariadb', only for 'embedded:postgresql'."));
    }

    @Test
    @Tag("slow")
    void aPostgresIsStarted() {
        assertThat(LaunchedTests.of("", OnAPostgresToStart.class).failures()).isEmpty();
    }

    @Test
    void theDatabaseInAUrlIsReplaced() {
        assertThat(ServerPlace.named("postgresql://user:p@ss/w?rd@host:1/shop?sslmode=disable", "other"))
                .isEqualTo("postgresql://user:p@ss/w?rd@host:1/other?sslmode=disable");
        assertThat(ServerPlace.named("mariadb://host/shop", "other")).isEqualTo("mariadb://host/other");
        assertThat(ServerPlace.named("mariadb://host", "other")).isEqualTo("mariadb://host/other");
    }
}
