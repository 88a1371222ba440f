package dev.unirow.session.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.internal.connect.DatabaseUrl.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "sqlite:///data.db, data.db",
        "sqlite:///./data.db, ./data.db",
        "sqlite:////var/data.db, /var/data.db",
        "sqlite+aiosqlite:///path/to/data.db, path/to/data.db",
        "sqlite://, ''",
        "sqlite:///:memory:, ''",
        "sqlite::memory:, ''",
        "jdbc:sqlite:data.db, data.db",
        "jdbc:sqlite:/var/data.db, /var/data.db",
        "jdbc:sqlite:, ''",
        "SQLite:///data.db, data.db",
        "sqlite:///with%20space.db, with space.db"
    })
    void sqliteUrlsNameAFileOrNone(String url, String file) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);

        assertThat(parsed.kind()).isEqualTo(Kind.SQLITE);
        assertThat(parsed.database()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:secret@db.example:5433/shop",
                "postgresql+asyncpg://ann:secret@db.example:5433/shop",
                "postgres://ann:secret@db.example:5433/shop",
                "jdbc:postgresql://db.example:5433/shop?user=ann&password=secret",
                "vertx-reactive:postgresql://ann:secret@db.example:5433/shop",
                " postgresql+psycopg2://ann:secret@db.example:5433/shop "
            })
    void serverUrlsNameUserHostPortAndDatabase(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);

        assertThat(parsed.kind()).isEqualTo(Kind.POSTGRESQL);
        assertThat(parsed.host()).isEqualTo("db.example");
        assertThat(parsed.port()).isEqualTo(5433);
        assertThat(parsed.database()).isEqualTo("shop");
        assertThat(parsed.user()).isEqualTo("ann");
        assertThat(parsed.password()).isEqualTo("secret");
        assertThat(parsed.options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mariadb://ann:secret@db.example:3307/shop",
                "mariadb+asyncmy://ann:secret@db.example:3307/shop",
                "mariadb+aiomysql://ann:secret@db.example:3307/shop",
                "mysql://ann:secret@db.example:3307/shop",
                "mysql+asyncmy://ann:secret@db.example:3307/shop",
                "mysql+aiomysql://ann:secret@db.example:3307/shop",
                "jdbc:mariadb://db.example:3307/shop?user=ann&password=secret",
                "jdbc:mysql://db.example:3307/shop?user=ann&password=secret",
                "vertx-reactive:mysql://ann:secret@db.example:3307/shop"
            })
    void mysqlsNamesAreMariaDbs(String url) {
        assertThat(DatabaseUrl.parse(url))
                .isEqualTo(new DatabaseUrl(Kind.MARIADB, "db.example", 3307, "shop", "ann", "secret", Map.of()));
    }

    @Test
    void hostAndPortMayBeMissingAndTheHostMayBeAnAddress() {
        assertThat(DatabaseUrl.parse("postgresql:///shop").host()).isEqualTo("localhost");
        assertThat(DatabaseUrl.parse("postgresql://db/shop").port()).isEqualTo(-1);
        assertThat(DatabaseUrl.parse("postgresql://[::1]:5433/shop").host()).isEqualTo("::1");
        assertThat(DatabaseUrl.parse("postgresql://[::1]:5433/shop").port()).isEqualTo(5433);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p@ss", "p/ss", "p:ss", "p?ss", "p@ss/w@rd:9", "a+b", "@", "p#ss", "pässwörd", "a b", "50&x=1"})
    void passwordsMayHoldAnything(String password) {
        DatabaseUrl written = DatabaseUrl.parse("postgresql://ann:" + password + "@db.example:5433/shop");
        DatabaseUrl encoded = DatabaseUrl.parse("postgresql://ann:"
                + URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20") + "@db.example:5433/shop");

        assertThat(written.password()).isEqualTo(password);
        assertThat(encoded.password()).isEqualTo(password);
        assertThat(written.host()).isEqualTo("db.example");
    }

    @Test
    void aPasswordAmongTheOptionsMayHoldAnAtSign() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://db:5433/shop?user=ann&password=p@ss/w:rd?");

        assertThat(url.host()).isEqualTo("db");
        assertThat(url.user()).isEqualTo("ann");
        assertThat(url.password()).isEqualTo("p@ss/w:rd?");
    }

    @Test
    void textNeverShowsThePassword() {
        assertThat(DatabaseUrl.parse("postgresql://ann:secret@db.example:5433/shop"))
                .hasToString("postgresql://ann:***@db.example:5433/shop");
        assertThat(DatabaseUrl.parse("postgresql://ann@db.example/shop"))
                .hasToString("postgresql://ann@db.example/shop");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://db/shop?user=ann&password=secret")
                        .toString())
                .doesNotContain("secret");
        assertThat(DatabaseUrl.parse("sqlite:////var/data.db")).hasToString("sqlite:////var/data.db");
        assertThat(DatabaseUrl.parse("sqlite://")).hasToString("sqlite://");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | The database URL is empty.",
                "data.db | The database URL has no scheme.",
                "oracle://ann:secret@db/shop | The database URL's scheme 'oracle' is not supported: known are sqlite, postgresql, mariadb and mysql",
                "mssql+aioodbc://ann:secret@db/shop | The database URL's scheme 'mssql+aioodbc' is not supported",
                "sqlite://data.db | An SQLite URL has no host: write three slashes",
                "postgresql:shop | The database URL has no '//' after its scheme.",
                "postgresql://ann:secret@db | The database URL names no database.",
                "postgresql://ann:secret@db:x/shop | The database URL's port is not a number from 1 to 65535.",
                "postgresql://ann:secret@db:70000/shop | The database URL's port is not a number from 1 to 65535.",
                "postgresql://ann:secret%zz@db/shop | The database URL holds a '%' that two hexadecimal digits do not follow",
                "postgresql://ann:secret@db/shop?fast | The options after '?' in the database URL are written name=value"
            })
    void whatIsNoUrlIsRefusedWithoutShowingThePassword(String url, String message) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }
}
