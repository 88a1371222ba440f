package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hibernate.hbm2ddl.auto} in all its values. */
class SchemaToolTest {
    @TempDir
    Path folder;

    private SqlitePool pool;

    @Entity(name = "Town")
    @Table(indexes = @Index(name = "ix_town_name", columnList = "name"))
    static class Town {
        @Id
        Long id;

        String name;
    }

    @Entity(name = "Town")
    @Table(indexes = @Index(name = "ix_town_mayor", columnList = "mayor"))
    static class TownWithMayor {
        @Id
        Long id;

        String name;
        String mayor;
    }

    @Entity(name = "Town")
    static class TownOfNumbers {
        @Id
        Long id;

        Integer name;
    }

    @Entity(name = "Broken")
    static class Broken {
        @Id
        Long id;

        @Column(columnDefinition = "integer check (nonsense(")
        Integer wrong;
    }

    @Entity(name = "Town")
    static class TownInCountry {
        @Id
        Long id;

        @Column(unique = true)
        String code;

        @ManyToOne
        Country country;
    }

    @Entity(name = "Town")
    static class TownOfOneName {
        @Id
        Long id;

        @Column(unique = true)
        String name;
    }

    @Entity(name = "Country")
    static class Country {
        @Id
        Long id;
    }

    @BeforeEach
    void open() {
        pool = SqlitePool.open(SqliteConfig.file(folder.resolve("test.db")));
    }

    @AfterEach
    void close() {
        assertThat(ConnectionContract.await(pool.stats()).inUse()).isZero();
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    private Mutiny.SessionFactory boot(SqlitePool over, String action, Class<?>... entities) {
        Configuration configuration = new Configuration();
        configuration.getProperties().put("hibernate.vertx.pool.class", over);
        configuration.setProperty("hibernate.hbm2ddl.auto", action);
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        return configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .build())
                .unwrap(Mutiny.SessionFactory.class);
    }

    private List<Object> read(String sql) {
        var connection = pool.connect();
        try {
            return ConnectionContract.await(connection.select(sql).thenApply(ConnectionContract::firstColumn));
        } finally {
            ConnectionContract.await(connection.close());
        }
    }

    private void execute(String sql) {
        var connection = pool.connect();
        try {
            ConnectionContract.await(connection.execute(sql));
        } finally {
            ConnectionContract.await(connection.close());
        }
    }

    private List<Object> tables() {
        return read("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name");
    }

    @Test
    void createsAndEmptiesOnTheNextBoot() {
        Mutiny.SessionFactory first = boot(pool, "create", Town.class);
        execute("insert into Town (id, name) values (1, 'Ulm')");
        first.close();
        assertThat(tables()).containsExactly("Town");
        boot(pool, "create", Town.class).close();
        assertThat(read("select count(*) from Town")).containsExactly(0L);
        assertThat(read("select name from pragma_index_list('Town') where origin = 'c'"))
                .containsExactly("ix_town_name");
    }

    @Test
    void dropsOnCloseOnce() {
        Mutiny.SessionFactory factory = boot(pool, "create-drop", Author.class, Town.class);
        execute("insert into Author (id, name) values (1, 'Ada')");
        execute("update Author set mentor = 1");
        assertThat(tables()).containsExactly("Author", "Town");
        factory.close();
        assertThat(tables()).isEmpty();
    }

    @Test
    void drops() {
        boot(pool, "create", Town.class).close();
        boot(pool, "drop", Town.class).close();
        assertThat(tables()).isEmpty();
    }

    @Test
    void updatesWhatIsMissingAndKeepsTheRest() {
        boot(pool, "create", Town.class).close();
        execute("insert into Town (id, name) values (1, 'Ulm')");
        boot(pool, "update", TownWithMayor.class, Counter.class).close();
        assertThat(read("select name from pragma_table_info('Town') order by cid"))
                .containsExactly("id", "name", "mayor");
        assertThat(read("select name from pragma_index_list('Town') where origin = 'c' order by name"))
                .containsExactly("ix_town_mayor", "ix_town_name");
        assertThat(read("select name from Town")).containsExactly("Ulm");
        List<Object> before = read("select sql from sqlite_schema");
        boot(pool, "update", TownWithMayor.class, Counter.class).close();
        assertThat(read("select sql from sqlite_schema")).isEqualTo(before);
    }

    @Test
    void updatesAddReferencesAndUniqueColumns() {
        boot(pool, "create-only", Town.class).close();
        execute("insert into Town (id, name) values (1, 'Ulm')");
        boot(pool, "update", TownInCountry.class, Country.class).close();
        boot(pool, "update", TownInCountry.class, Country.class).close();
        boot(pool, "validate", TownInCountry.class, Country.class).close();
        assertThat(read("select name from Town")).containsExactly("Ulm");
        execute("insert into Town (id, code) values (2, 'a')");
        assertThat(catchThrowable(() -> execute("insert into Town (id, code) values (3, 'a')")))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(catchThrowable(() -> execute("insert into Town (id, country_id) values (3, 9)")))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void anUpdateRefusesWhatSqliteCannotDo() {
        boot(pool, "create-only", Town.class).close();
        execute("insert into Town (id, name) values (1, 'Ulm')");
        execute("insert into Town (id, name) values (2, 'Ulm')");
        assertThat(catchThrowable(() -> boot(pool, "update", TownOfOneName.class)))
                .isInstanceOf(SchemaManagementException.class)
                .hasMessageContaining("UNIQUE constraint failed");
        execute("alter table Town add column country_id bigint");
        assertThat(catchThrowable(() -> boot(pool, "update", TownInCountry.class, Country.class)))
                .isInstanceOf(SchemaManagementException.class)
                .hasMessageContaining("SQLite cannot add the foreign key ")
                .hasMessageContaining("to the columns that table 'Town' has already.");
        assertThat(tables()).containsExactly("Town");
    }

    @Test
    void anUpdateOfWhatWasCreatedChangesNothing() {
        Class<?>[] entities = {
            Novel.class, Novel.Poet.class, Novel.Draft.class, Novel.Ticket.class, Counter.class, Author.class,
            Animal.class, Animal.Dog.class, Sample.class, Measure.class, TownInCountry.class, Country.class
        };
        boot(pool, "create", entities).close();
        List<Object> before = read("select coalesce(sql, name) from sqlite_schema order by 1");
        boot(pool, "update", entities).close();
        assertThat(read("select coalesce(sql, name) from sqlite_schema order by 1"))
                .isEqualTo(before);
        boot(pool, "validate", entities).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void validatesWhatItCreates(String kind) {
        SqlitePool own = kind.equals("file") ? pool : SqlitePool.open(SqliteConfig.memory());
        boot(own, "create", Sample.class, Author.class, Counter.class, Animal.class, Animal.Dog.class)
                .close();
        boot(own, "validate", Sample.class, Author.class, Counter.class, Animal.class, Animal.Dog.class)
                .close();
        assertThat(ConnectionContract.await(own.stats()).inUse()).isZero();
        own.close();
        ConnectionContract.await(own.getCloseFuture());
        if (kind.equals("file")) {
            open();
        }
    }

    @Test
    void validationNamesWhatIsMissingOrDifferent() {
        assertThat(catchThrowable(() -> boot(pool, "validate", Town.class)))
                .hasStackTraceContaining("Schema validation: missing table [Town]");
        boot(pool, "create", Town.class).close();
        assertThat(catchThrowable(() -> boot(pool, "validate", TownWithMayor.class)))
                .hasStackTraceContaining("Schema validation: missing column [mayor] in table [Town]");
        assertThat(catchThrowable(() -> boot(pool, "validate", TownOfNumbers.class)))
                .hasStackTraceContaining("Schema validation: wrong column type encountered in column [name]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update"})
    void aFailedStatementFailsTheBootAndNothingIsHalfDone(String action) {
        assertThat(catchThrowable(() -> boot(pool, action, Town.class, Broken.class)))
                .isInstanceOf(SchemaManagementException.class)
                .hasMessageContaining("create table Broken");
        assertThat(tables()).isEmpty();
    }

    @Test
    void tablesThatOthersReferToAreNotDroppedFromUnderTheirRows() {
        boot(pool, "create", Town.class).close();
        execute("insert into Town (id, name) values (1, 'Ulm')");
        execute("create table visit (town bigint references Town (id))");
        execute("insert into visit values (1)");
        assertThat(catchThrowable(() -> boot(pool, "create", Town.class)))
                .hasStackTraceContaining("FOREIGN KEY constraint failed");
        assertThat(read("select name from Town")).containsExactly("Ulm");
    }
}
