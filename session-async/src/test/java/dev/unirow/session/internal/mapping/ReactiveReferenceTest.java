package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.PostgresServer;
import dev.unirow.testing.Waiting;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.hibernate.LazyInitializationException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** References of Hibernate Reactive, which builds its own entity representation. */
@OnDatabase(DatabaseKind.POSTGRESQL)
@Tag("slow")
class ReactiveReferenceTest {
    private static StandardServiceRegistry registry;
    private static Mutiny.SessionFactory sessions;

    @BeforeAll
    static void open() {
        String database = PostgresServer.createDatabase();
        registry = new ReactiveServiceRegistryBuilder()
                .applySetting(
                        "jakarta.persistence.jdbc.url",
                        "postgresql://127.0.0.1:" + PostgresServer.port() + "/" + database)
                .applySetting("jakarta.persistence.jdbc.user", "postgres")
                .applySetting("jakarta.persistence.jdbc.password", "postgres")
                .applySetting("hibernate.hbm2ddl.auto", "create")
                .build();
        List<Class<?>> models = List.of(Album.class, Track.class, Seat.class);
        MetadataSources sources = new MetadataSources(registry);
        models.forEach(sources::addAnnotatedClass);
        Metadata metadata = sources.buildMetadata();
        MappedModels.prepare(metadata, models);
        sessions = metadata.buildSessionFactory().unwrap(Mutiny.SessionFactory.class);
    }

    @AfterAll
    static void close() {
        sessions.close();
        StandardServiceRegistryBuilder.destroy(registry);
    }

    @Test
    void aReferenceAnswersItsKeyAndIsAFullModelOnceFetched() {
        Track stored = new Track("The Bird", new Album("Malibu")).setSeat(new Seat(3, 4, "red"));
        Track unloaded = sessions.withTransaction(session -> session.persistAll(stored.album(), stored.seat(), stored))
                .chain(() -> sessions.withSession(session -> session.find(Track.class, stored.id())))
                .await()
                .atMost(Waiting.LIMIT);
        Album album = unloaded.album();
        assertThat(album.id()).isEqualTo(stored.album().id());
        assertThat(album.pk()).isEqualTo(album.id());
        assertThat(album).isEqualTo(stored.album()).hasToString("Album(id=" + album.id() + ") [sparse]");
        assertThat(unloaded.seat().pk()).isEqualTo(new SeatId(3, 4));
        assertThatThrownBy(album::name).isInstanceOf(LazyInitializationException.class);

        Album fetched = sessions.withSession(session -> session.find(Track.class, stored.id())
                        .chain(track -> session.fetch(track.album()).replaceWith(track)))
                .await()
                .atMost(Waiting.LIMIT)
                .album();
        assertThat(fetched).hasToString("Album(id=" + album.id() + ", name=\"Malibu\")");
        fetched.validate();
    }

    @Test
    void whatTheMapperRefusesReadsAsOurOwnValidation() {
        assertThatThrownBy(() -> sessions.withTransaction(session -> session.persist(new Album(" ")))
                        .await()
                        .atMost(Waiting.LIMIT))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        thrown -> assertThat(InvalidModelException.from(thrown))
                                .hasMessage("Album is not valid: 'name' must not be blank (1 problem).")
                                .hasCause(thrown));
    }
}
