package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.SqlQuery;
import dev.unirow.active.tests.models.Album;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code objects.sql(…)}: models that SQL finds, in the scope around it or in one of its own. */
@EachDatabase
class SqlQueryContract extends ActiveContract {
    private static final SqlQuery<Album> NAMED =
            Album.objects.sql("select id from albums where name in (:names) order by name desc");

    @BeforeEach
    void insertAlbums() {
        await(Album.objects.bulkCreate(
                List.of(Map.of("name", "Fantasies"), Map.of("name", "Malibu"), Map.of("name", "Synthetica"))));
    }

    private static List<String> names(List<Album> albums) {
        return albums.stream().map(Album::name).toList();
    }

    @Test
    void modelsAreFoundByTheirKeys() {
        SqlQuery<Album> two = NAMED.bind("names", List.of("Malibu", "Fantasies"));
        SqlQuery<Album> one =
                Album.objects.sql("select * from albums where name = ?").bindAll("Malibu");
        SqlQuery<Album> none = NAMED.bind("names", "none");

        assertThat(names(await(two.all()))).containsExactly("Malibu", "Fantasies");
        assertThat(await(two.first()).name()).isEqualTo("Malibu");
        assertThat(await(one.one()).name()).isEqualTo("Malibu");
        assertThat(await(none.oneOrNull())).isNull();
        assertThat(names(await(two.stream().collect().asList()))).containsExactly("Malibu", "Fantasies");
        assertThat(two).hasToString("select id from albums where name in (:names) order by name desc");
    }

    @Test
    void aModelThatWasFoundSavesItself() {
        Album album = await(NAMED.bind("names", "Malibu").one());

        await(album.update(Map.of("name", "Malibu II")));

        assertThat(await(Album.objects.filter("name", "Malibu II").exists())).isTrue();
    }

    @Test
    void inAScopeItSeesWhatTheScopeWroteAndTracksWhatItFinds() {
        await(db.begin(session -> Album.objects
                .create(Map.of("name", "Pagans"))
                .chain(made -> NAMED.bind("names", "Pagans")
                        .one()
                        .invoke(found -> assertThat(found).isSameAs(made)))
                .chain(session::contains)
                .invoke(tracked -> assertThat(tracked).isTrue())));
    }

    @Test
    void withoutAScopeItOnlyReads() {
        Uni<List<Album>> writes = Album.objects
                .sql("insert into albums (name) values ('no') returning id")
                .all();

        assertThatThrownBy(() -> await(writes)).isInstanceOf(ReadOnlySessionException.class);
    }

    @Test
    void whatWasNarrowedIsRefusedAndWrongParametersAreAFailure() {
        assertThatThrownBy(() -> Album.objects.filter("name", "x").sql("select id from albums"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "SQL is not narrowed by what was asked for before it. Write the conditions, the order and the "
                                + "limit into it, and call sql(…) on all Album objects.");
        Uni<List<Album>> wrong = NAMED.bind("name", "x").all();
        assertThatThrownBy(() -> await(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The statement has no parameter ':name'. Did you mean 'names'? It has :names.");
    }

    @Test
    void aListThatChangesLaterDoesNotChangeTheQuery() {
        List<String> names = new ArrayList<>(List.of("Malibu"));
        SqlQuery<Album> query = NAMED.bind("names", names);
        names.add("Fantasies");

        assertThat(names(await(query.all()))).containsExactly("Malibu");
    }
}
