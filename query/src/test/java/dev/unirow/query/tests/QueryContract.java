package dev.unirow.query.tests;

import static dev.unirow.query.Queries.and;
import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.desc;
import static dev.unirow.query.Queries.exists;
import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.not;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.or;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.query.Queries.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.query.Condition;
import dev.unirow.query.Select;
import dev.unirow.query.tests.models.Album;
import dev.unirow.query.tests.models.Booking;
import dev.unirow.query.tests.models.Member;
import dev.unirow.query.tests.models.Organisation;
import dev.unirow.query.tests.models.Person;
import dev.unirow.query.tests.models.Product;
import dev.unirow.query.tests.models.Profile;
import dev.unirow.query.tests.models.Seat;
import dev.unirow.query.tests.models.Team;
import dev.unirow.query.tests.models.Track;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.query.Order;
import org.hibernate.query.range.Range;
import org.hibernate.query.restriction.Path;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What statements find and change, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryContract {
    private TestDatabase database;

    abstract TestDatabase open(Class<?>... models);

    @BeforeAll
    void open() {
        database = open(
                Product.class,
                Album.class,
                Track.class,
                Organisation.class,
                Team.class,
                Member.class,
                Seat.class,
                Booking.class,
                Person.class,
                Profile.class);
    }

    @BeforeEach
    void empty() {
        database.execute(delete(Track.class));
        database.execute(delete(Album.class));
        database.execute(delete(Member.class));
        database.execute(delete(Team.class));
        database.execute(delete(Organisation.class));
        database.execute(delete(Product.class));
        database.execute(delete(Person.class));
        database.execute(delete(Profile.class));
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static Select<Product> products() {
        return select(Product.class);
    }

    private static Select<Track> tracks() {
        return select(Track.class);
    }

    private List<String> names(Select<Product> select) {
        return database.all(select).stream().map(Product::name).toList();
    }

    private List<String> titles(Select<Track> select) {
        return database.all(select).stream().map(Track::title).toList();
    }

    private void addClothes() {
        database.add(
                new Product("T-Shirt", 5, true),
                new Product("Dress", 4, false),
                new Product("Coat", 3, true),
                new Product("100%-Cotton", 3, false),
                new Product("Cotton-100%-Egyptian", 3, false),
                new Product("Cotton-100%", 3, false));
    }

    @Test
    void filtersByLookups() {
        addClothes();
        assertThat(names(products().filter("name__iexact", "t-shirt").filter("rating", 5)))
                .containsExactly("T-Shirt");
        assertThat(names(products().filter(Map.of("rating__gte", 2, "inStock", true))))
                .containsExactlyInAnyOrder("T-Shirt", "Coat");
        assertThat(database.count(products().filter("name__iexact", "100%-cotton")))
                .isEqualTo(1);
        assertThat(names(products().filter("name__contains", "%"))).hasSize(3);
        assertThat(names(products().filter("name__icontains", "%"))).hasSize(3);
        assertThat(database.count(products().exclude("name__iexact", "100%-cotton")))
                .isEqualTo(5);
        assertThat(names(products().exclude("name__contains", "%"))).hasSize(3);
        assertThat(names(products().exclude("name__icontains", "%"))).hasSize(3);
    }

    @Test
    void percentUnderscoreAndBackslashMeanThemselves() {
        database.add(
                new Product("a%b", 1, true),
                new Product("a_b", 1, true),
                new Product("a\\b", 1, true),
                new Product("axb", 1, true));
        for (String name : List.of("a%b", "a_b", "a\\b")) {
            String part = name.substring(1, 2);
            assertThat(names(products().where(text(Product::name).contains(part))))
                    .containsExactly(name);
            assertThat(names(products().where(text(Product::name).icontains(part + "B"))))
                    .containsExactly(name);
            assertThat(names(products().where(text(Product::name).startswith("a" + part))))
                    .containsExactly(name);
            assertThat(names(products().where(text(Product::name).endswith(part + "b"))))
                    .containsExactly(name);
            assertThat(names(products().where(text(Product::name).iexact(name.toUpperCase()))))
                    .containsExactly(name);
        }
    }

    @Test
    void caseMattersUnlessAskedAndFoldsAsciiOnly() {
        database.add(new Product("Äpfel", 1, true), new Product("äpfel", 1, true), new Product("ÄPFEL", 1, true));
        Select<Product> all = products().orderBy("id");
        assertThat(names(all.where(text(Product::name).contains("pfel")))).containsExactly("Äpfel", "äpfel");
        assertThat(names(all.where(text(Product::name).icontains("Pfel")))).containsExactly("Äpfel", "äpfel", "ÄPFEL");
        assertThat(names(all.where(text(Product::name).iexact("ÄpFeL")))).containsExactly("Äpfel", "ÄPFEL");
        assertThat(names(all.where(text(Product::name).istartswith("äP")))).containsExactly("äpfel");
        assertThat(names(all.where(text(Product::name).startswith("ÄP")))).containsExactly("ÄPFEL");
        assertThat(names(all.where(text(Product::name).iendswith("Fel")))).containsExactly("Äpfel", "äpfel", "ÄPFEL");
        assertThat(names(all.where(text(Product::name).endswith("FEL")))).containsExactly("ÄPFEL");
    }

    @Test
    void textIsComparedByCodePoints() {
        database.add(
                new Product("b", 1, true),
                new Product("B", 1, true),
                new Product("a", 1, true),
                new Product("ä", 1, true),
                new Product("a b", 1, true),
                new Product("-a", 1, true));
        assertThat(names(products().orderBy(asc(Product::name)))).containsExactly("-a", "B", "a", "a b", "b", "ä");
        assertThat(names(products().where(text(Product::name).lt("a")).orderBy("-name")))
                .containsExactly("B", "-a");
        assertThat(names(products().where(text(Product::name).between("a", "b")).orderBy("name")))
                .containsExactly("a", "a b", "b");
    }

    @Test
    void startAndEndCountCharactersOutsideTheBasicPlaneOnce() {
        database.add(new Product("\uD83D\uDC38frog\uD83D\uDC38", 1, true), new Product("frog", 1, true));
        assertThat(names(products().where(text(Product::name).startswith("\uD83D\uDC38f"))))
                .hasSize(1);
        assertThat(names(products().where(text(Product::name).endswith("g\uD83D\uDC38"))))
                .hasSize(1);
    }

    @Test
    void negationKeepsRowsWithNull() {
        database.add(
                new Product("none", null, true),
                new Product("some", 1, true).describe("Some text"),
                new Product("more", 2, true).describe("more text"));
        Select<Product> all = products().orderBy("id");
        List<Condition<Product>> conditions = List.of(
                text(Product::description).eq("Some text"),
                text(Product::description).ne("Some text"),
                text(Product::description).contains("Some"),
                text(Product::description).icontains("some"),
                text(Product::description).startswith("Some"),
                text(Product::description).iendswith("TEXT"),
                text(Product::description).gt("S"),
                text(Product::description).isNull(),
                text(Product::description).contains(""),
                number(Product::rating).gt(1),
                number(Product::rating).gte(1),
                number(Product::rating).lt(2),
                number(Product::rating).lte(1),
                number(Product::rating).between(1, 1),
                number(Product::rating).in(1),
                number(Product::rating).in(Arrays.asList(1, null)),
                number(Product::rating).in(),
                and(number(Product::rating).eq(1), text(Product::description).eq("more text")),
                or(number(Product::rating).eq(1), text(Product::description).eq("more text")),
                or(number(Product::rating).ne(1), not(text(Product::description).eq("more text"))));
        for (Condition<Product> condition : conditions) {
            List<String> kept = names(all.where(condition));
            List<String> dropped = names(all.exclude(condition));
            assertThat(Stream.concat(kept.stream(), dropped.stream()))
                    .containsExactlyInAnyOrder("none", "some", "more");
            assertThat(names(all.where(not(not(condition))))).isEqualTo(kept);
        }
        assertThat(names(all.where(number(Product::rating).ne(1)))).containsExactly("none", "more");
        assertThat(names(all.where(number(Product::rating).eq(null)))).containsExactly("none");
        assertThat(names(all.exclude("rating", 1))).containsExactly("none", "more");
        assertThat(names(all.exclude("rating__in", List.of(1, 2)))).containsExactly("none");
    }

    @Test
    void excludeNegatesExpressionsToo() {
        database.add(new Product("George", 1, true));
        assertThat(names(products().exclude(text(Product::name).eq("Jack")))).containsExactly("George");
        assertThat(names(products().exclude(text(Product::name).ne("Jack")))).isEmpty();
    }

    @Test
    void emptyInFindsNothingAndItsNegationEverything() {
        addClothes();
        assertThat(names(products().filter("id__in", List.of()))).isEmpty();
        assertThat(names(products().where(col(Product::name).in(List.of())))).isEmpty();
        assertThat(names(products().exclude("id__in", List.of()))).hasSize(6);
        assertThat(names(products().filter("name__in", List.of("Coat", "Dress", "Nothing"))))
                .containsExactlyInAnyOrder("Coat", "Dress");
    }

    @Test
    void ordersByNamesAndPages() {
        database.add(new Product("Bob", 1, true), new Product("Allen", 2, true), new Product("Bob", 3, true));
        assertThat(names(products().orderBy("name"))).containsExactly("Allen", "Bob", "Bob");
        assertThat(names(products().orderBy("-name"))).containsExactly("Bob", "Bob", "Allen");
        assertThat(database.all(products().orderBy("name", "-id")))
                .extracting(Product::rating)
                .containsExactly(2, 3, 1);
        assertThat(database.all(products().filter("name", "Bob").orderBy("-id")))
                .extracting(Product::rating)
                .containsExactly(3, 1);
        assertThat(database.all(products().orderBy("id").limit(1).offset(1)))
                .extracting(Product::rating)
                .containsExactly(2);
        assertThat(database.all(products().offset(2)))
                .extracting(Product::rating)
                .containsExactly(3);
        assertThat(database.all(products().limit(2).filter("name", "Bob"))).hasSize(2);
    }

    @Test
    void nullSortsFirstUnlessAsked() {
        database.add(new Product("two", 2, true), new Product("none", null, true), new Product("one", 1, true));
        assertThat(names(products().orderBy(asc(Product::rating)))).containsExactly("none", "one", "two");
        assertThat(names(products().orderBy(desc(Product::rating)))).containsExactly("two", "one", "none");
        assertThat(names(products().orderBy(asc(Product::rating).nullsLast()))).containsExactly("one", "two", "none");
        assertThat(names(products().orderBy(desc(Product::rating).nullsFirst())))
                .containsExactly("none", "two", "one");
    }

    @Test
    void limitOfZeroFindsNothing() {
        addClothes();
        assertThat(names(products().limit(0))).isEmpty();
        assertThat(database.count(products().limit(0))).isZero();
        assertThat(database.exists(products().limit(0))).isFalse();
        assertThat(database.first(products().limit(0))).isNull();
    }

    @Test
    void countHonoursLimitAndOffset() {
        addClothes();
        assertThat(database.count(products())).isEqualTo(6);
        assertThat(database.count(products().limit(4))).isEqualTo(4);
        assertThat(database.count(products().offset(4))).isEqualTo(2);
        assertThat(database.count(products().orderBy("name").limit(4).offset(4)))
                .isEqualTo(2);
        assertThat(database.count(products().filter("rating", 3).limit(10))).isEqualTo(4);
    }

    @Test
    void existsAndFirst() {
        addClothes();
        assertThat(database.exists(products().filter("name", "Coat"))).isTrue();
        assertThat(database.exists(products().filter("name", "Hat"))).isFalse();
        assertThat(database.first(products()).name()).isEqualTo("T-Shirt");
        assertThat(database.first(products().orderBy("name")).name()).isEqualTo("100%-Cotton");
        assertThat(database.first(products().filter("name", "Hat"))).isNull();
        assertThat(database.atMostTwo(products())).hasSize(2);
        assertThat(database.atMostTwo(products().limit(1))).hasSize(1);
    }

    @Test
    void searchLooksIntoEveryTextColumn() {
        database.add(
                new Product("T-Shirt", 5, true),
                new Product("Gadget", 5, true).describe("No SHIRT at all, 100%"),
                new Product("Coat", 5, true));
        assertThat(names(products().search("shirt").orderBy("id"))).containsExactly("T-Shirt", "Gadget");
        assertThat(names(products().search("%"))).containsExactly("Gadget");
        assertThat(names(products().search(""))).hasSize(3);
    }

    @Test
    void valuesAreBroughtToTheTypeOfTheirColumn() {
        database.add(new Product("T-Shirt", 5, true));
        database.execute(update(Product.class).set("price", 99).set("status", "RELEASED"));
        assertThat(names(products()
                        .where(
                                number(Product::price).gt(98),
                                number(Product::price).lte(99L))))
                .hasSize(1);
        assertThat(names(products().filter("price", "99"))).hasSize(1);
        assertThat(names(products().filter("rating__range", List.of("4", 5L)))).hasSize(1);
        assertThat(names(products().filter("status", "RELEASED"))).hasSize(1);
        assertThat(names(products().filter("status__in", List.of("DRAFT", Product.Status.RELEASED))))
                .hasSize(1);
        assertThat(names(products().filter("inStock", "true"))).hasSize(1);
        assertThat(names(products().filter("pk__gt", 0))).hasSize(1);
        assertThat(names(products().filter("description__isnull", true))).hasSize(1);
    }

    @Test
    void attributesMayBeWordsOfHqlAndBeansHaveGetters() {
        Member member = new Member("dev@encode.io", null);
        member.setOrder(7);
        member.setSize(3);
        member.setBadge(UUID.fromString("01175cde-c18f-4a13-a492-21bd9e1cb01b"));
        member.setJoined(Instant.parse("2026-11-20T10:00:00Z"));
        Member.Address address = new Member.Address();
        address.setCity("Berlin");
        member.setAddress(address);
        database.add(member);
        Select<Member> all = select(Member.class);
        assertThat(database.all(all.where(
                        number(Member::getOrder).gt(6), number(Member::getSize).eq(3))))
                .hasSize(1);
        assertThat(database.all(all.where(col(Member::isActive).eq(false)).orderBy("-order", "size")))
                .hasSize(1);
        assertThat(database.all(all.filter("badge", "01175cde-c18f-4a13-a492-21bd9e1cb01b")))
                .hasSize(1);
        assertThat(database.all(all.filter("joined__lt", "2026-11-20T10:00:01Z")))
                .hasSize(1);
        assertThat(database.all(all.where(number(Member::getId).eq(member.getId()))))
                .hasSize(1);
        assertThat(database.all(all.filter("address__city__iexact", "berlin").orderBy("address__city")))
                .hasSize(1);
        assertThat(database.execute(update(Member.class)
                        .set(Member::getOrder, 8)
                        .set(Member::getSize, null)
                        .where(number(Member::getOrder).eq(7))))
                .isEqualTo(1);
        assertThat(database.all(all.filter("order", 8).filter("size", null))).hasSize(1);
    }

    private Album malibu;
    private Album fantasies;

    private void addMusic() {
        malibu = new Album("Malibu");
        fantasies = new Album("Fantasies");
        database.add(
                malibu,
                fantasies,
                new Track("The Bird", 1, malibu),
                new Track("Heart don't stand a chance", 2, malibu),
                new Track("The Waters", 3, malibu),
                new Track("Help I'm Alive", 1, fantasies),
                new Track("Sick Muse", 2, fantasies).reissuedOn(malibu),
                new Track("Satellite Mind", 3, fantasies));
    }

    @Test
    void referencesAreFetchedWhenAskedFor() {
        addMusic();
        Track sparse = database.all(tracks().filter("title", "The Bird")).get(0);
        assertThat(Hibernate.isInitialized(sparse.album())).isFalse();
        Track full = database.all(tracks().fetch(Track::album).filter("title", "The Bird"))
                .get(0);
        assertThat(full.album().name()).isEqualTo("Malibu");
        assertThat(database.all(tracks().fetch("album"))).hasSize(6).allMatch(t -> Hibernate.isInitialized(t.album()));
    }

    @Test
    void filtersAcrossReferences() {
        addMusic();
        assertThat(database.all(tracks().fetch("album").filter("album__name", "Fantasies")))
                .hasSize(3)
                .allMatch(track -> track.album().name().equals("Fantasies"));
        assertThat(database.all(tracks().filter("album__name__icontains", "fan")))
                .hasSize(3)
                .allMatch(track -> track.album().name().equals("Fantasies"));
        assertThat(database.all(tracks().filter("album", malibu).fetch(Track::album)))
                .hasSize(3)
                .allMatch(track -> track.album().name().equals("Malibu"));
        assertThat(titles(tracks().filter("album", malibu.id()))).hasSize(3);
        assertThat(titles(tracks().filter("album__pk", malibu.id().intValue()))).hasSize(3);
        assertThat(titles(tracks().filter("album__in", List.of(malibu, fantasies.id()))))
                .hasSize(6);
        assertThat(titles(tracks().where(ref(Track::album).text(Album::name).iexact("fantasies"))))
                .hasSize(3);
        assertThat(titles(tracks().where(ref(Track::album).ne(malibu)))).hasSize(3);
    }

    @Test
    void rowsWithoutAReferenceStay() {
        addMusic();
        database.add(new Track("Alone", 9, null));
        assertThat(titles(tracks().fetch("album"))).hasSize(7);
        assertThat(titles(tracks().where(or(
                        ref(Track::album).text(Album::name).eq("Malibu"),
                        number(Track::position).eq(9)))))
                .hasSize(4)
                .contains("Alone");
        assertThat(titles(tracks().exclude("album__name", "Malibu"))).hasSize(4).contains("Alone");
        assertThat(titles(tracks().where(not(ref(Track::album).eq(malibu)))))
                .hasSize(4)
                .contains("Alone");
        assertThat(titles(tracks().where(ref(Track::album).isNull()))).containsExactly("Alone");
        assertThat(titles(tracks().filter("album", null))).containsExactly("Alone");
        assertThat(titles(tracks().filter("album__isnull", false))).hasSize(6);
        assertThat(titles(tracks().filter("album__name__isnull", true))).containsExactly("Alone");
        assertThat(titles(tracks().orderBy("album__name", "-position")))
                .containsExactly(
                        "Alone",
                        "Satellite Mind",
                        "Sick Muse",
                        "Help I'm Alive",
                        "The Waters",
                        "Heart don't stand a chance",
                        "The Bird");
    }

    @Test
    void twoReferencesToOneTableAreTwoJoins() {
        addMusic();
        assertThat(titles(tracks().where(
                                ref(Track::album).text(Album::name).eq("Fantasies"),
                                ref(Track::reissue).text(Album::name).eq("Malibu"))
                        .fetch("album", "reissue")))
                .containsExactly("Sick Muse");
    }

    @Test
    void filtersAcrossTwoReferences() {
        Organisation acme = new Organisation("acme", "ACME Ltd");
        Organisation other = new Organisation("other", "Other ltd");
        Team red = new Team("Red Team", acme);
        Team blue = new Team("Blue Team", acme);
        Team green = new Team("Green Team", other);
        database.add(
                acme,
                other,
                red,
                blue,
                green,
                new Member("a@example.org", red),
                new Member("b@example.org", red),
                new Member("c@example.org", blue),
                new Member("d@example.org", blue),
                new Member("e@example.org", green),
                new Member("f@example.org", null));
        Select<Member> members = select(Member.class);
        assertThat(database.all(members.fetch("team__org").filter("team__org__name", "ACME Ltd")))
                .hasSize(4)
                .allMatch(member -> member.getTeam().org().name().equals("ACME Ltd"));
        assertThat(database.all(members.fetch(ref(Member::getTeam).ref(Team::org))
                        .where(ref(Member::getTeam).ref(Team::org).eq(acme))))
                .hasSize(4);
        assertThat(database.all(members.filter("team__org", "acme"))).hasSize(4);
        assertThat(database.all(members.filter("team__org__pk", "acme"))).hasSize(4);
        assertThat(database.all(members.exclude("team__org__name", "ACME Ltd"))).hasSize(2);
        assertThat(database.execute(delete(Member.class).where(lookup("team__org__name__startswith", "ACME"))))
                .isEqualTo(4);
        assertThat(database.count(members)).isEqualTo(2);
    }

    @Test
    void updatesAndDeletesAcrossReferencesTouchTheirRowsOnly() {
        addMusic();
        database.add(new Track("Alone", 9, null));
        assertThat(database.execute(update(Track.class)
                        .set(Track::position, 7)
                        .where(ref(Track::album).text(Album::name).eq("Fantasies"))))
                .isEqualTo(3);
        assertThat(database.count(tracks().filter("position", 7))).isEqualTo(3);
        assertThat(database.execute(delete(Track.class)
                        .where(or(
                                ref(Track::album).text(Album::name).iexact("MALIBU"),
                                number(Track::position).eq(9)))))
                .isEqualTo(4);
        assertThat(titles(tracks())).hasSize(3).doesNotContain("Alone");
        assertThat(database.execute(delete(Track.class)
                        .where(not(ref(Track::album).text(Album::name).eq("Malibu")))))
                .isEqualTo(3);
    }

    @Test
    void updatesReferencesByModelKeyAndNull() {
        addMusic();
        assertThat(database.execute(
                        update(Track.class).set(Track::album, fantasies).where(lookup("album", malibu))))
                .isEqualTo(3);
        assertThat(database.count(tracks().filter("album", fantasies))).isEqualTo(6);
        assertThat(database.execute(
                        update(Track.class).set("album", malibu.id()).where(lookup("position", 1))))
                .isEqualTo(2);
        assertThat(database.count(tracks().filter("album", malibu))).isEqualTo(2);
        assertThat(database.execute(update(Track.class).set(Track::album, null)))
                .isEqualTo(6);
        assertThat(database.count(tracks().where(ref(Track::album).isNull()))).isEqualTo(6);
    }

    @Test
    void collectionsAreFetchedOncePerModelAndPaged() {
        addMusic();
        database.add(new Album("Empty"));
        Select<Album> albums = select(Album.class).fetch(Album::tracks).orderBy("name");
        assertThat(database.all(albums)).extracting(Album::name).containsExactly("Empty", "Fantasies", "Malibu");
        assertThat(database.all(albums))
                .extracting(album -> album.tracks().size())
                .containsExactly(0, 3, 3);
        assertThat(database.all(albums.offset(1).limit(1)))
                .extracting(Album::name)
                .containsExactly("Fantasies");
        assertThat(database.first(albums.filter("name__startswith", "M")).tracks())
                .hasSize(3);
        assertThat(database.atMostTwo(albums.filter("name", "Malibu"))).hasSize(1);
        assertThat(database.count(albums)).isEqualTo(3);
        assertThat(database.count(albums.limit(2))).isEqualTo(2);
        assertThat(database.exists(albums)).isTrue();
    }

    @Test
    void anUnloadedReferenceIsAValueOfItsKey() {
        addMusic();
        Album sparse = database.all(tracks().filter("title", "The Bird")).get(0).album();
        assertThat(Hibernate.isInitialized(sparse)).isFalse();
        assertThat(titles(tracks().where(ref(Track::album).eq(sparse)))).hasSize(3);
        assertThat(Hibernate.isInitialized(sparse)).isFalse();
    }

    @Test
    void ordersWithoutRegardToCase() {
        database.add(new Product("b", 1, true), new Product("C", 1, true), new Product("A", 1, true));
        assertThat(names(products().orderBy(asc(Product::name).ignoringCase()))).containsExactly("A", "b", "C");
    }

    @Test
    void keysOfSeveralColumnsAreOrderedCountedAndCompared() {
        database.add(new Seat("B", 2), new Seat("A", 2), new Seat("A", 1));
        database.add(new Booking(new Booking.Key("x", 1)), new Booking(new Booking.Key("x", 2)));
        Select<Seat> seats = select(Seat.class);
        assertThat(database.first(seats).row()).isEqualTo("A");
        assertThat(database.count(seats.limit(2))).isEqualTo(2);
        assertThat(database.all(seats.filter("row", "A").offset(1)))
                .extracting(Seat::number)
                .containsExactly(2);
        Select<Booking> bookings = select(Booking.class);
        assertThat(database.all(bookings.filter("pk", new Booking.Key("x", 2)))).hasSize(1);
        assertThat(database.all(bookings.filter("id__place", 2).limit(1))).hasSize(1);
        assertThat(database.count(bookings.offset(1))).isEqualTo(1);
        assertThat(database.execute(delete(Booking.class).where(lookup("id__row", "x"))))
                .isEqualTo(2);
        assertThat(database.execute(delete(Seat.class))).isEqualTo(3);
    }

    @Test
    void hibernatesRestrictionsFindTheSame() {
        addMusic();
        database.add(new Track("Alone", 9, null));
        Restriction<Track> onMalibu = Path.from(Track.class)
                .to("album", Album.class)
                .to("name", String.class)
                .restrict(Range.singleCaseInsensitiveValue("MALIBU"));
        assertThat(titles(tracks().where(onMalibu))).hasSize(3);
        assertThat(titles(tracks().where(onMalibu.negated()))).hasSize(4).contains("Alone");
        assertThat(titles(tracks().where(Restriction.restrict(Track.class, "title", Range.prefix("The")))
                        .orderBy(Order.desc(Track.class, "title"))))
                .containsExactly("The Waters", "The Bird");
    }

    @Test
    void referencesHeldByTheOtherSideAreJoined() {
        Profile encode = new Profile(1L, "https://encode.io");
        Profile alone = new Profile(2L, "https://example.org");
        Person person = new Person(7L, "info@encode.io", encode);
        database.add(encode, alone, person);
        Select<Profile> profiles = select(Profile.class).fetch(Profile::person);
        assertThat(database.all(profiles.where(ref(Profile::person).eq(person))))
                .extracting(Profile::id)
                .containsExactly(1L);
        assertThat(database.all(profiles.where(ref(Profile::person).isNull())))
                .extracting(Profile::id)
                .containsExactly(2L);
        assertThat(database.all(profiles.exclude("person", 7)))
                .extracting(Profile::id)
                .containsExactly(2L);
        assertThat(database.all(
                        profiles.filter("person__email__icontains", "INFO@").orderBy("-person__pk")))
                .extracting(Profile::id)
                .containsExactly(1L);
    }

    @Test
    void updatesRaiseTheVersion() {
        database.add(new Person(7L, "info@encode.io", null));
        assertThat(database.execute(update(Person.class).set(Person::email, "x@encode.io")))
                .isEqualTo(1);
        assertThat(database.first(select(Person.class)).version()).isEqualTo(1);
        assertThat(database.execute(update(Person.class).set(Person::version, 5)))
                .isEqualTo(1);
        assertThat(database.first(select(Person.class)).version()).isEqualTo(5);
    }

    @Test
    void subqueriesAskOtherRows() {
        addMusic();
        database.add(new Track("Alone", 9, null), new Album("Empty"));
        Select<Album> albums = select(Album.class);
        Select<Album> fan = albums.where(text(Album::name).istartswith("fan"));
        assertThat(titles(tracks().where(ref(Track::album).in(fan)))).hasSize(3);
        assertThat(titles(tracks().exclude(ref(Track::album).in(fan))))
                .hasSize(4)
                .contains("Alone");
        assertThat(titles(tracks().where(
                                ref(Track::album).in(albums.orderBy("name").limit(2)))))
                .hasSize(3);
        assertThat(titles(tracks().where(ref(Track::album).in(albums.limit(0)))))
                .isEmpty();
        assertThat(database.all(
                        albums.where(exists(Album::tracks, text(Track::title).contains("Muse")))))
                .extracting(Album::name)
                .containsExactly("Fantasies");
        assertThat(database.all(albums.exclude(exists(Album::tracks))))
                .extracting(Album::name)
                .containsExactly("Empty");
        assertThat(database.count(albums.where(exists(
                        Album::tracks, ref(Track::reissue).text(Album::name).eq("Malibu")))))
                .isEqualTo(1);
        assertThat(database.execute(update(Track.class)
                        .set(Track::position, 0)
                        .where(
                                ref(Track::album).in(fan),
                                number(Track::position).gt(1))))
                .isEqualTo(2);
        assertThat(database.execute(delete(Album.class).where(not(exists(Album::tracks)))))
                .isEqualTo(1);
        assertThat(database.execute(delete(Track.class).where(ref(Track::album).in(fan.limit(1)))))
                .isEqualTo(3);
    }

    @Test
    void aPageIsUpdatedAndDeletedAlone() {
        addClothes();
        assertThat(database.execute(update(products().orderBy("name").limit(2)).set(Product::description, "first")))
                .isEqualTo(2);
        assertThat(names(products().filter("description", "first").orderBy("name")))
                .containsExactly("100%-Cotton", "Coat");
        assertThat(database.execute(delete(products().orderBy("name").offset(1))))
                .isEqualTo(5);
        assertThat(names(products())).containsExactly("100%-Cotton");
        assertThat(database.execute(delete(products().limit(0)))).isZero();
    }

    @Test
    void randomConditionsFindWhatTheyMean() {
        Random random = new Random(20261120);
        List<Product> stored = Stream.generate(
                        () -> new Product("p", random.nextInt(4) == 0 ? null : random.nextInt(5), true)
                                .describe(random.nextInt(4) == 0 ? null : RandomCondition.nextText(random)))
                .limit(120)
                .toList();
        database.add(stored.toArray());
        for (int i = 0; i < 300; i++) {
            RandomCondition next = RandomCondition.next(random, 4);
            Select<Product> select = products().where(next.condition()).orderBy("id");
            assertThat(database.all(select))
                    .as("%d: %s", i, select)
                    .extracting(Product::id)
                    .isEqualTo(stored.stream()
                            .filter(next.meaning())
                            .map(Product::id)
                            .toList());
        }
    }
}
