package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Model;
import dev.unirow.schema.SchemaException;
import dev.unirow.session.Database;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.exception.PoolExhaustedException;
import dev.unirow.session.exception.StatementTimeoutException;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.Folders;
import dev.unirow.testing.PostgresServer;
import dev.unirow.testing.Waiting;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** What cannot be opened fails at once with a sentence that says what to do, and nothing is written. */
class OpeningTest {
    static class NoEntity {}

    @Entity
    static class NoKey extends Model {
        private String name;

        String name() {
            return name;
        }
    }

    @Entity
    static class Redefined extends Model {
        @Id
        private Long id;

        @Column(columnDefinition = "varchar(10) default 'x'")
        private String name;

        Long id() {
            return id;
        }

        String name() {
            return name;
        }
    }

    @Test
    void aModelWhoseTableIsRefusedLeavesNothingOpen() {
        Set<Thread> before = vertxThreads();

        assertThatThrownBy(() -> Database.open("sqlite://", Redefined.class)).isInstanceOf(SchemaException.class);

        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThat(before).containsAll(vertxThreads()));
    }

    private static Set<Thread> vertxThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert"))
                .collect(Collectors.toSet());
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        Path folder = Folders.newFolder().resolve("missing");

        assertThatThrownBy(() -> Database.open("sqlite:///" + folder.resolve("data.db"), User.class))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(folder.toString());
        assertThat(folder).doesNotExist();
    }

    @Test
    void aFolderInThePlaceOfTheFileIsRefused() {
        Path folder = Folders.newFolder();

        assertThatThrownBy(() -> Database.open("sqlite:///" + folder, User.class))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Path file = Folders.newFolder().resolve("letter.txt");
        String text = "Dear Sir or Madam, ".repeat(100);
        Files.writeString(file, text);

        assertThatThrownBy(() -> Database.open("sqlite:///" + file, User.class))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent(text);
        assertThat(file.getParent().toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void aClassWithoutEntityIsRefusedBeforeAFileIsMade() {
        Path file = Folders.newFolder().resolve("data.db");

        assertThatThrownBy(() -> Database.open("sqlite:///" + file, NoEntity.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(NoEntity.class.getName())
                .hasMessageContaining("@Entity");
        assertThat(file).doesNotExist();
    }

    @Test
    void aModelWithoutAnIdIsRefusedBeforeAFileIsMade() {
        Path file = Folders.newFolder().resolve("data.db");

        assertThatThrownBy(() -> Database.open("sqlite:///" + file, NoKey.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NoKey")
                .hasMessageContaining("identifier");
        assertThat(file).doesNotExist();
    }

    @Test
    void nullIsRefusedAtTheCall() {
        assertThatThrownBy(() -> Database.open((String) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Database.open("sqlite://", (Class<?>) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void anUnknownOptionOfTheUrlNamesTheKnownOnes() {
        assertThatThrownBy(() -> Database.open("sqlite:///data.db?jornal_mode=wal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'jornal_mode'")
                .hasMessageContaining("Did you mean 'journal_mode'?")
                .hasMessageContaining("foreign_keys");
    }

    private static Object pragma(Database db, String name) {
        return await(db.connect(connection -> connection.select("pragma " + name)))
                .get(0)
                .get(name);
    }

    @Test
    void everyOptionOfTheSqliteDriverCanStandInTheUrl() {
        String url = "sqlite:///" + Folders.newFolder().resolve("data.db");
        String options = "?journal_mode=truncate&synchronous=extra&foreign_keys=off&cache_size=-4000&application_id=77"
                + "&timeout=1.5&busy_timeout=10&writer_timeout=20&statement_timeout=3000&inline_limit=40"
                + "&max_connections=2&statement_cache_size=6";
        try (Database db = Database.open(url + options, User.class)) {
            assertThat(pragma(db, "journal_mode")).isEqualTo("truncate");
            assertThat(pragma(db, "synchronous")).isEqualTo(3L);
            assertThat(pragma(db, "foreign_keys")).isEqualTo(0L);
            assertThat(pragma(db, "cache_size")).isEqualTo(-4000L);
            assertThat(pragma(db, "application_id")).isEqualTo(77L);
            await(db.connect(connection -> connection.execute("create table t (n)")));
        }
        try (Database db = Database.open(url + "?read_only=on&journal_mode=truncate", User.class)) {
            assertThatThrownBy(() -> await(db.connect(connection -> connection.execute("insert into t values (1)"))))
                    .hasMessageContaining("read-only");
        }
        try (Database db = Database.open(url + "?immutable=on&read_only=on", User.class)) {
            List<Map<String, Object>> rows = await(db.connect(connection -> connection.select("select * from t")));
            assertThat(rows).isEmpty();
        }
        assertThatThrownBy(() -> Database.open(url + "?application_id=78", User.class))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("it belongs to another application");
        assertThatThrownBy(() -> Database.open(url + "?busy_timeout=5s", User.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The option 'busy_timeout' cannot be '5s': it is a whole number of milliseconds.");
    }

    @Test
    void optionsOfServersAreReadAndIgnoredOnSqlite() {
        String options = "?pool_recycle=60&max_lifetime=60&connect_timeout=5&idle_timeout=60&application_name=shop"
                + "&sslmode=require&sslrootcert=nowhere.pem&ssl_cert=nowhere.pem";
        try (Database db = Database.open("sqlite://" + options, User.class)) {
            await(db.ping());
        }
        assertThatThrownBy(() -> Database.open("sqlite://?pool_recycle=soon", User.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The option 'pool_recycle' cannot be 'soon'");
        assertThatThrownBy(() -> Database.open("sqlite://?search_path=shop", User.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no search path on SQLite");
        assertThatThrownBy(() -> Database.open("sqlite://?aplication_id=1", User.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Did you mean 'application_id'?");
    }

    @Test
    void argumentsOfOtherEnginesAreAnsweredWithWhatHappensAnyway() {
        for (String url : List.of("sqlite://", "postgresql://127.0.0.1:1/shop", "mariadb://127.0.0.1:1/shop")) {
            assertThatThrownBy(() -> Database.open(url + "?pool_pre_ping=true", User.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("'pool_pre_ping'", "always replaced before it is used");
            assertThatThrownBy(() -> Database.open(url + "?max_overflow=5", User.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("'max_overflow'", "pool_size");
        }
    }

    @Test
    void aStatementThatTakesLongerThanTheUrlAllowsIsInterrupted() {
        String endless = "with recursive s (n) as (select 1 union all select n + 1 from s) select count(*) from s";
        try (Database db = Database.open("sqlite://?statement_timeout=250", User.class)) {
            assertThatThrownBy(() -> await(db.connect(connection -> connection.select(endless))))
                    .isInstanceOf(StatementTimeoutException.class)
                    .rootCause()
                    .hasMessageContaining("250 ms");
        }
    }

    @Test
    void aServerThatDoesNotListenIsUnavailable() {
        assertThatThrownBy(() -> Database.open("postgresql://ann:secret@127.0.0.1:1/shop", User.class))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("could not be reached")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aServerThatDoesNotListenIsNamedByHostPortAndDatabase() {
        for (String scheme : List.of("postgresql", "mariadb")) {
            try (Database db = Database.openLazy(scheme + "://ann:secret@127.0.0.1:1/shop", User.class)) {
                assertThatThrownBy(() -> await(db.ping()))
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageStartingWith("The database 'shop' at 127.0.0.1:1 could not be reached: ")
                        .hasMessageNotContaining("secret");
                assertThatThrownBy(() -> await(db.read(session -> session.find(User.class, 1))))
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageStartingWith("The database 'shop' at 127.0.0.1:1 could not be reached: ");
                assertThat(await(db.health()).problem().orElseThrow())
                        .contains("'shop' at 127.0.0.1:1")
                        .doesNotContain("secret");
            }
        }
    }

    @Test
    void aFileThatIsFullyLentSaysTheSizeOfThePoolAndTheWait() {
        String url = "sqlite:///" + Folders.newFolder().resolve("a.db") + "?pool_size=1&pool_timeout=2s";
        try (Database db = Database.open(url, User.class)) {
            assertThatThrownBy(() -> await(db.connect(
                            outer -> outer.select("select 1").chain(() -> db.connect(c -> c.select("select 1"))))))
                    .isInstanceOf(PoolExhaustedException.class)
                    .hasMessageContainingAll("2000 ms", "the 1 connections");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsUnavailable() {
        assertThatThrownBy(() -> Database.open(PostgresServer.url("nowhere"), User.class))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void openingAndFailingWritesNoPasswordToAnyLog() {
        try (CapturedLog log = CapturedLog.of("")) {
            assertThatThrownBy(() -> Database.open("postgresql://ann:s3cr3t@127.0.0.1:1/shop", User.class));

            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("s3cr3t"));
        }
    }

    @Test
    void theConfigurationNamesTheDatabase() {
        Path file = Folders.newFolder().resolve("configured.db");
        System.setProperty("database.url", "sqlite:///" + file);
        try (Database db = Database.fromConfig(User.class)) {
            await(db.createAll());
            assertThat(db).hasToString("Database(sqlite:///" + file + ")");
        } finally {
            System.clearProperty("database.url");
        }
        assertThat(file).exists();
    }

    @Test
    void aConfigurationWithoutAUrlSaysWhatToSet() {
        assertThatThrownBy(() -> Database.fromConfig(User.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DATABASE_URL");
    }

    @Test
    void anUnknownKeyOfTheConfigurationIsRefused() {
        System.setProperty("database.ecko", "on");
        try {
            assertThatThrownBy(() -> Database.fromConfig(User.class)).hasMessageContaining("database.ecko");
        } finally {
            System.clearProperty("database.ecko");
        }
    }

    @Entity
    static class Parcel extends Model {
        @Id
        Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Size size;
    }

    @Embeddable
    static class Size {
        int width;
        int height;
    }

    @Test
    void anAttributeOfATypeThatTheDatabaseLacksIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> Database.open("sqlite://", Parcel.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The models cannot be mapped: A type of the models does not exist on sqlite. Map the attribute to "
                                + "another one, by @JdbcTypeCode or a converter: '" + Parcel.class.getName()
                                + ".size', as its parts cannot stand in one column");
    }

    @Test
    void aSecondOpeningOfAFileGoesOnWithItsRows() {
        String url = "sqlite:///" + Folders.newFolder().resolve("data.db");
        for (long expected = 1; expected <= 2; expected++) {
            try (Database db = Database.open(url, User.class)) {
                await(db.createAll());
                User user = new User("chonky");
                await(db.begin(session -> {
                    session.add(user);
                    return session.flush();
                }));
                assertThat(user.id()).isEqualTo(expected);
            }
        }
    }
}
