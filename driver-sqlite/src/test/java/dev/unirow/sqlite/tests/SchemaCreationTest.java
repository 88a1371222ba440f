package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** Tables that Hibernate makes by itself. */
class SchemaCreationTest {
    @Entity(name = "Band")
    static class Band {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(unique = true)
        String name;

        UUID code;
    }

    @Entity(name = "Track")
    @Table(
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_track",
                            columnNames = {"title", "number"}))
    static class Track {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String title;
        Integer number;

        @ManyToOne
        Band band;
    }

    @Test
    void tablesHaveIdentityUniqueAndForeignKeys() {
        SqlitePool pool = SqlitePool.open(SqliteConfig.memory());
        Mutiny.SessionFactory factory = Factory.creating(pool, Band.class, Track.class);
        Band band = new Band();
        band.code = new UUID(1, 2);
        HibernateContract.await(factory.withTransaction(session -> session.persist(band)));
        assertThat(band.id).isEqualTo(1);
        assertThat(column(pool, "select type from pragma_table_info('Band') where name = 'id'"))
                .containsExactly("INTEGER");
        assertThat(column(pool, "select \"table\" from pragma_foreign_key_list('Track')"))
                .containsExactly("Band");
        assertThat(column(pool, "select count(*) from pragma_index_list('Track') where \"unique\""))
                .containsExactly(1L);
        assertThat(column(pool, "select count(*) from pragma_index_list('Band') where \"unique\""))
                .containsExactly(1L);
        factory.close();
        pool.close();
    }

    private static List<Object> column(SqlitePool pool, String sql) {
        var connection = pool.connect();
        List<Object> values =
                ConnectionContract.await(connection.select(sql).thenApply(ConnectionContract::firstColumn));
        ConnectionContract.await(connection.close());
        return values;
    }
}
