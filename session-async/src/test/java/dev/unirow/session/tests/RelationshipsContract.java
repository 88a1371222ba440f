package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.DumpOptions;
import dev.unirow.model.Models;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Club;
import dev.unirow.session.tests.models.Club.Membership;
import dev.unirow.session.tests.models.Club.Passport;
import dev.unirow.session.tests.models.Club.Player;
import dev.unirow.session.tests.models.Club.Sponsor;
import dev.unirow.testing.EachDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each kind of relation is stored, loaded when it is asked for, dumped as far as it is loaded, and kept by the database
 * itself.
 */
@EachDatabase
class RelationshipsContract extends DatabaseContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private Club club;
    private Player ann;
    private Player bob;

    @Override
    public Class<?>[] models() {
        return Club.MODELS;
    }

    @BeforeEach
    void storeAClub() {
        club = new Club("Rovers");
        ann = new Player("Ann", club);
        bob = new Player("Bob", club).setCaptain(ann);
        club.players().addAll(List.of(ann, bob));
        Sponsor sponsor = new Sponsor("ACME");
        club.sponsors().add(sponsor);
        await(db.begin(session -> {
            session.addAll(
                    club,
                    bob,
                    sponsor,
                    new Passport("P1", ann),
                    new Membership(ann, club, DAY),
                    new Membership(bob, club, DAY));
            return session.flush();
        }));
    }

    @Test
    void membersOfACollectionAreLoadedOnRequestOnly() {
        Club found = await(db.read(session -> session.get(Club.class, club.id())));
        assertThat(Models.dump(found)).isEqualTo(Map.of("id", 1L, "name", "Rovers"));
        assertThatThrownBy(() -> found.players().size()).isInstanceOf(LazyInitializationException.class);

        Club fetched = await(db.read(session -> session.get(Club.class, club.id())
                .call(each -> session.fetch(each.players()))
                .call(each -> session.fetch(each.sponsors()))));

        assertThat(fetched.players()).extracting(Player::name).containsExactlyInAnyOrder("Ann", "Bob");
        assertThat(fetched.players())
                .allSatisfy(player -> assertThat(player.club()).isSameAs(fetched));
        assertThat(Models.dumpJson(fetched, DumpOptions.options().exclude("players.captain")))
                .isEqualTo(
                        "{\"id\":1,\"name\":\"Rovers\",\"players\":[{\"id\":1,\"name\":\"Ann\"},{\"id\":2,\"name\":\"Bob\"}],"
                                + "\"sponsors\":[{\"id\":1,\"name\":\"ACME\"}]}");
    }

    @Test
    void manyToManyIsSeenFromBothSides() {
        Sponsor sponsor =
                await(db.read(session -> session.get(Sponsor.class, 1L).call(each -> session.fetch(each.clubs()))));
        assertThat(sponsor.clubs()).extracting(Club::id).containsExactly(club.id());
        assertThat(Models.dump(sponsor).get("clubs")).isEqualTo(List.of(Map.of("id", 1L, "name", "Rovers")));

        await(db.begin(session -> session.get(Club.class, club.id())
                .call(each -> session.fetch(each.sponsors()))
                .invoke(each -> each.sponsors().clear())));

        assertThat(rows("select * from club_sponsor")).isEmpty();
    }

    @Test
    void aLinkModelHasAKeyOfItsReferencesAndSomethingToSay() {
        Membership found =
                await(db.read(session -> session.get(Membership.class, new Membership.Key(ann.id(), club.id()))));
        assertThat(found.since()).isEqualTo(DAY);
        assertThat(Models.dump(found))
                .isEqualTo(Map.of("player", Map.of("id", 1L), "club", Map.of("id", 1L), "since", DAY));
        List<Membership> ofAnn = await(db.read(
                session -> session.get(Player.class, ann.id()).chain(player -> session.fetch(player.memberships()))));
        assertThat(ofAnn).extracting(Membership::since).containsExactly(DAY);
    }

    @Test
    @Tag("model")
    void modelsOfOursPrintAndCompareByTheirKeys() {
        assertThat(readElsewhere(Club.class, 1L)).isEqualTo(club).hasToString("Club(id=1, name=\"Rovers\")");
        assertThat(readElsewhere(Player.class, bob.id()).captain())
                .isEqualTo(ann)
                .hasToString("Player(id=1) [sparse]");
        Membership found = readElsewhere(Membership.class, new Membership.Key(ann.id(), club.id()));
        assertThat(found.pk()).isEqualTo(new Membership.Key(1L, 1L));
        assertThat(found)
                .hasToString("Membership(player=Player(id=1) [sparse], club=Club(id=1) [sparse], since=2026-11-20)");
    }

    @Test
    void aModelRefersToItsOwnKind() {
        Player found = await(db.read(session -> session.get(Player.class, bob.id())));
        assertThat(found.captain().id()).isEqualTo(ann.id());
        assertThatThrownBy(() -> found.captain().name()).isInstanceOf(LazyInitializationException.class);
        assertThatThrownBy(() -> await(
                        db.begin(session -> session.get(Player.class, ann.id()).chain(session::delete))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(readElsewhere(Player.class, ann.id())).isNotNull();
    }

    @Test
    void aOneToOneReferenceIsOneForEach() {
        Passport found = readElsewhere(Passport.class, 1L);
        assertThat(found.holder().id()).isEqualTo(ann.id());
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(new Passport("P2", ann));
                    return session.flush();
                })))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void theDatabaseItselfKeepsReferencesInOrder() {
        await(db.connect(connection -> connection.execute("delete from player where id = 2")));
        assertThat(all(Membership.class))
                .extracting(membership -> membership.player().id())
                .containsExactly(1L);

        await(db.connect(connection -> connection.execute("delete from club_sponsor")));
        await(db.connect(connection -> connection.execute("delete from club")));
        assertThat(readElsewhere(Player.class, ann.id()).club()).isNull();
        assertThat(count(Membership.class)).isZero();

        await(db.connect(connection -> connection.execute("delete from player")));
        assertThat(readElsewhere(Passport.class, 1L)).isNull();
    }

    @Test
    void everyReferenceIsANamedForeignKey() {
        assertThat(foreignKeys("player"))
                .containsOnly(
                        Map.entry("fk_player_club_id_club", ReferentialAction.SET_NULL),
                        Map.entry("fk_player_captain_id_player", ReferentialAction.RESTRICT));
        assertThat(foreignKeys("passport"))
                .containsOnly(Map.entry("fk_passport_holder_id_player", ReferentialAction.CASCADE));
        assertThat(foreignKeys("membership"))
                .containsOnly(
                        Map.entry("fk_membership_player_id_player", ReferentialAction.CASCADE),
                        Map.entry("fk_membership_club_id_club", ReferentialAction.CASCADE));
        assertThat(foreignKeys("club_sponsor")).hasSize(2);
    }

    private Map<String, ReferentialAction> foreignKeys(String table) {
        return await(db.reflect()).table(table).orElseThrow().foreignKeys().stream()
                .collect(Collectors.toMap(ForeignKey::name, RelationshipsContract::action));
    }

    /** Where nothing is deferred the two that refuse are one, and a catalog may call it either. */
    private static ReferentialAction action(ForeignKey key) {
        return key.onDelete() == ReferentialAction.NO_ACTION ? ReferentialAction.RESTRICT : key.onDelete();
    }

    @Test
    void aDumpOfWhatIsLoadedNeverSendsAnything() {
        Player found =
                await(db.session(session -> session.get(Player.class, bob.id()).invoke(player -> {
                    assertThat(Models.dumpJson(player, DumpOptions.options().nested()))
                            .isEqualTo("{\"id\":2,\"name\":\"Bob\",\"club\":{\"id\":1},\"captain\":{\"id\":1}}");
                })));
        assertThat(Models.dump(found)).doesNotContainKey("memberships");
    }

    @Test
    void aGraphFromJsonIsStoredAsAWhole() {
        Club made = Models.from(
                Club.class,
                "{\"name\": \"United\", \"players\": [{\"name\": \"Cid\"}, {\"name\": \"Dee\", \"captain\": 1}]}");

        await(db.begin(session -> {
            session.add(made);
            return session.flush();
        }));

        List<Player> players = await(
                db.read(session -> session.get(Club.class, made.id()).chain(each -> session.fetch(each.players()))));
        assertThat(players).extracting(Player::name).containsExactlyInAnyOrder("Cid", "Dee");
        assertThat(players)
                .filteredOn(player -> player.captain() != null)
                .extracting(player -> player.captain().id())
                .containsExactly(ann.id());
    }
}
