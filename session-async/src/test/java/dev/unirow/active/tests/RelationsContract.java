package dev.unirow.active.tests;

import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.set;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.tests.models.Album;
import dev.unirow.active.tests.models.Member;
import dev.unirow.active.tests.models.Organisation;
import dev.unirow.active.tests.models.Person;
import dev.unirow.active.tests.models.Profile;
import dev.unirow.active.tests.models.Team;
import dev.unirow.active.tests.models.Track;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.Map;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.Test;

/** The cases of encode/orm's tests of foreign keys, and some of our own. */
@EachDatabase
class RelationsContract extends ActiveContract {
    private static Album album(String name, String... titles) {
        Album album = await(Album.objects.create(new Album(name)));
        for (int i = 0; i < titles.length; i++) {
            awaitAll(Track.objects.create(Map.of("album", album, "title", titles[i], "position", i + 1)));
        }
        return album;
    }

    private static Album malibu() {
        return album("Malibu", "The Bird", "Heart don't stand a chance", "The Waters");
    }

    private static Album fantasies() {
        return album("Fantasies", "Help I'm Alive", "Sick Muse", "Satellite Mind");
    }

    private static Team team(String org, String name) {
        Organisation organisation =
                await(Organisation.objects.getOrCreate(Map.of("ident", org))).model();
        return await(Team.objects.create(new Team(organisation, name)));
    }

    private static Member member(Team team, String email) {
        return await(Member.objects.create(new Member(team, email)));
    }

    @Test
    void aReferenceIsSparseUntilItIsLoaded() {
        Album malibu = malibu();

        Track track = await(Track.objects.get("title", "The Bird"));

        assertThat(track.album().pk()).isEqualTo(malibu.pk());
        assertThat(track.album()).hasToString("Album(id=1) [sparse]");
        assertThatThrownBy(() -> track.album().name()).isInstanceOf(LazyInitializationException.class);

        await(track.album().load());
        assertThat(track.album().name()).isEqualTo("Malibu");
    }

    @Test
    void selectRelatedLoadsTheReferenceToo() {
        malibu();
        fantasies();

        assertThat(await(Track.objects.selectRelated("album").get("title", "The Bird"))
                        .album()
                        .name())
                .isEqualTo("Malibu");
        assertThat(await(Track.objects.fetch(Track::album).get("title", "The Bird"))
                        .album()
                        .name())
                .isEqualTo("Malibu");
        assertThat(await(Track.objects.selectRelated("album").all())).hasSize(6);
    }

    @Test
    void filtersCrossReferences() {
        Album malibu = malibu();
        fantasies();
        var related = Track.objects.selectRelated("album");

        for (var tracks : List.of(
                await(related.filter("album__name", "Fantasies").all()),
                await(related.filter("album__name__icontains", "fan").all()),
                await(Track.objects.filter("album__name__icontains", "fan").all()))) {
            assertThat(tracks)
                    .hasSize(3)
                    .extracting(track -> track.album().name())
                    .containsOnly("Fantasies");
        }
        assertThat(await(Track.objects
                        .filter("album", malibu)
                        .selectRelated("album")
                        .all()))
                .hasSize(3)
                .extracting(track -> track.album().name())
                .containsOnly("Malibu");
    }

    @Test
    void filtersCrossSeveralReferences() {
        Team red = team("ACME Ltd", "Red Team");
        Team blue = team("ACME Ltd", "Blue Team");
        Team green = team("Other ltd", "Green Team");
        member(red, "a@example.org");
        member(red, "b@example.org");
        member(blue, "c@example.org");
        member(blue, "d@example.org");
        member(green, "e@example.org");

        List<Member> members = await(Member.objects
                .selectRelated("team__org")
                .filter("team__org__ident", "ACME Ltd")
                .all());

        assertThat(members)
                .hasSize(4)
                .extracting(each -> each.team().org().ident())
                .containsOnly("ACME Ltd");
    }

    @Test
    void deleteAndUpdateAreFilteredByAReference() {
        Album malibu = album("Malibu", "The Bird");
        Album wall = album("The Wall", "The Wall");

        assertThat(await(Track.objects.filter("album", malibu).update(Map.of("album", wall))))
                .isEqualTo(1);
        assertThat(await(Track.objects.filter("album", malibu).count())).isZero();
        assertThat(await(Track.objects.filter("album", wall).count())).isEqualTo(2);
        assertThat(await(Track.objects.where(ref(Track::album).eq(wall)).update(set(Track::album, malibu))))
                .isEqualTo(2);

        assertThat(await(Track.objects.filter("album", malibu).delete())).isEqualTo(2);
        assertThat(await(Track.objects.count())).isZero();
    }

    @Test
    void deleteAndUpdateAcrossAReferenceTouchMatchingRowsOnly() {
        malibu();
        Album fantasies = fantasies();

        assertThat(await(Track.objects.filter("album__name", "Malibu").update(Map.of("position", 9))))
                .isEqualTo(3);
        assertThat(await(Track.objects.filter("position", 9).count())).isEqualTo(3);
        assertThat(await(Track.objects.filter("album__name", "Malibu").delete()))
                .isEqualTo(3);
        assertThat(await(Track.objects.filter("album", fantasies).count())).isEqualTo(3);
    }

    @Test
    void onDeleteCascadeDeletesWhatRefers() {
        Album wall = album("The Wall", "Hey You", "Breathe");
        assertThat(await(Track.objects.count())).isEqualTo(2);

        await(wall.delete());

        assertThat(await(Track.objects.count())).isZero();
    }

    @Test
    void onDeleteRestrictRefuses() {
        Team maintainers = team("Encode", "Maintainers");
        Organisation encode = await(Organisation.objects.get());

        assertThatThrownBy(() -> await(encode.delete())).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(await(Team.objects.get())).isEqualTo(maintainers);
    }

    @Test
    void onDeleteSetNullLeavesTheRow() {
        Team maintainers = team("Encode", "Maintainers");
        member(maintainers, "member@encode.io");

        await(maintainers.delete());

        assertThat(await(Member.objects.first()).team()).isNull();
    }

    @Test
    void aOneToOneReferenceIsUnique() {
        Profile profile = await(Profile.objects.create(Map.of("website", "https://encode.io")));
        awaitAll(Person.objects.create(Map.of("email", "info@encode.io", "profile", profile)));

        Person person = await(Person.objects.get("email", "info@encode.io"));
        assertThat(person.profile().pk()).isEqualTo(profile.pk());
        assertThatThrownBy(() -> person.profile().website()).isInstanceOf(LazyInitializationException.class);
        await(person.profile().load());
        assertThat(person.profile().website()).isEqualTo("https://encode.io");

        assertThatThrownBy(() -> await(Person.objects.create(Map.of("email", "contact@encode.io", "profile", profile))))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void aReferenceMayBeNull() {
        awaitAll(Member.objects.create(Map.of("email", "dev@encode.io")));

        Member member = await(Member.objects.get());
        assertThat(member.email()).isEqualTo("dev@encode.io");
        assertThat(member.team()).isNull();
        assertThat(await(Member.objects.selectRelated("team__org").all())).containsExactly(member);
    }

    @Test
    void severalReferencesAreLoadedAtOnce() {
        Profile profile = await(Profile.objects.create(new Profile("https://encode.io")));
        awaitAll(Person.objects.create(new Person("info@encode.io", profile)));
        Team red = team("ACME Ltd", "Red Team");
        member(red, "a@example.org");

        Member member = await(Member.objects.selectRelated("team", "team__org").get());

        assertThat(member.team().name()).isEqualTo("Red Team");
        assertThat(member.team().org().ident()).isEqualTo("ACME Ltd");
    }

    @Test
    void aReferenceIsGivenByItsKey() {
        Album malibu = malibu();

        Track track = await(Track.objects.create(Map.of("album", malibu.id(), "title", "Am I Wrong", "position", 4)));
        Track other =
                await(Track.objects.create(Map.of("albumId", malibu.id(), "title", "Without You", "position", 5)));

        assertThat(track.album().pk()).isEqualTo(malibu.id());
        assertThat(await(Track.objects.filter("album", malibu.id()).count())).isEqualTo(5);
        await(other.album().load());
        assertThat(other.album().name()).isEqualTo("Malibu");
        assertThatThrownBy(() -> await(Track.objects.create(Map.of("album", 4711, "title", "x", "position", 1))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }
}
