package dev.unirow.query.tests;

import static dev.unirow.query.Queries.and;
import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.desc;
import static dev.unirow.query.Queries.exists;
import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.lookups;
import static dev.unirow.query.Queries.not;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.or;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.search;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.unirow.query.HqlQuery;
import dev.unirow.query.Select;
import dev.unirow.query.tests.models.Album;
import dev.unirow.query.tests.models.Member;
import dev.unirow.query.tests.models.Product;
import dev.unirow.query.tests.models.Team;
import dev.unirow.query.tests.models.Track;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements as HQL, word for word. */
class SelectTest {
    private static final Select<Product> PRODUCTS = select(Product.class);
    private static final Select<Track> TRACKS = select(Track.class);
    private static final Select<Member> MEMBERS = select(Member.class);

    @Test
    void everythingIsSelectedWithoutConditions() {
        HqlQuery<Product> query = HqlQuery.all(PRODUCTS);
        assertThat(query)
                .isEqualTo(new HqlQuery<>("select e from Product e", query.parameters(), Product.class, null, null));
        assertThat(query.parameters()).isEmpty();
    }

    @Test
    void conditionsOrderAndPageAreWrittenInOneStatement() {
        HqlQuery<Product> query = HqlQuery.all(PRODUCTS.where(
                        number(Product::price).gt(100), number(Product::rating).lte(5))
                .orderBy(asc(Product::name), desc(Product::rating))
                .limit(10)
                .offset(5));
        assertThat(query.hql())
                .isEqualTo("select e from Product e where e.price > :p1 and e.rating <= :p2"
                        + " order by unirow_binary(e.name), e.rating desc nulls last");
        assertThat(query.parameters()).containsExactly(entry("p1", 100.0), entry("p2", 5));
        assertThat(query.firstResult()).isEqualTo(5);
        assertThat(query.maxResults()).isEqualTo(10);
    }

    @Test
    void eachOperatorHasItsText() {
        assertThat(where("name", "x")).isEqualTo("e.name = :p1");
        assertThat(where("name__exact", "x")).isEqualTo("e.name = :p1");
        assertThat(where("name__iexact", "X")).isEqualTo("unirow_fold(e.name) = :p1");
        assertThat(where("name__contains", "x")).isEqualTo("locate(:p1, e.name) > 0");
        assertThat(where("name__icontains", "X")).isEqualTo("locate(:p1, unirow_fold(e.name)) > 0");
        assertThat(where("name__startswith", "x")).isEqualTo("left(e.name, :p1) = :p2");
        assertThat(where("name__istartswith", "X")).isEqualTo("left(unirow_fold(e.name), :p1) = :p2");
        assertThat(where("name__endswith", "x")).isEqualTo("right(e.name, :p1) = :p2");
        assertThat(where("name__iendswith", "X")).isEqualTo("right(unirow_fold(e.name), :p1) = :p2");
        assertThat(where("name__lt", "x")).isEqualTo("unirow_binary(e.name) < :p1");
        assertThat(where("rating__lte", 1)).isEqualTo("e.rating <= :p1");
        assertThat(where("rating__gt", 1)).isEqualTo("e.rating > :p1");
        assertThat(where("rating__gte", 1)).isEqualTo("e.rating >= :p1");
        assertThat(where("rating__in", List.of(1, 2))).isEqualTo("e.rating in :p1");
        assertThat(where("rating__range", List.of(1, 2))).isEqualTo("e.rating between :p1 and :p2");
        assertThat(where("rating__isnull", true)).isEqualTo("e.rating is null");
        assertThat(where("rating__isnull", false)).isEqualTo("e.rating is not null");
        assertThat(where("pk", 1)).isEqualTo("e.id = :p1");
    }

    @Test
    void eachNegationKeepsNullWhereThereMayBeOne() {
        assertThat(exclude("name", "x")).isEqualTo("e.name <> :p1");
        assertThat(exclude("description", "x")).isEqualTo("(e.description <> :p1 or e.description is null)");
        assertThat(exclude("description__iexact", "x"))
                .isEqualTo("(unirow_fold(e.description) <> :p1 or e.description is null)");
        assertThat(exclude("name__contains", "x")).isEqualTo("locate(:p1, e.name) = 0");
        assertThat(exclude("name__startswith", "x")).isEqualTo("left(e.name, :p1) <> :p2");
        assertThat(exclude("rating__lt", 1)).isEqualTo("(e.rating >= :p1 or e.rating is null)");
        assertThat(exclude("rating__in", List.of(1))).isEqualTo("(e.rating not in :p1 or e.rating is null)");
        assertThat(exclude("rating__range", List.of(1, 2)))
                .isEqualTo("(e.rating not between :p1 and :p2 or e.rating is null)");
        assertThat(exclude("rating", null)).isEqualTo("e.rating is not null");
        assertThat(exclude("inStock", true)).isEqualTo("e.inStock <> :p1");
    }

    @Test
    void nullsAmongValuesAndNoValuesAtAllAreAskedForProperly() {
        assertThat(where("rating__in", Arrays.asList(1, null))).isEqualTo("e.rating in :p1 or e.rating is null");
        assertThat(exclude("rating__in", Arrays.asList(1, null)))
                .isEqualTo("(e.rating not in :p1 or e.rating is null) and e.rating is not null");
        assertThat(where("rating__in", List.of())).isEqualTo("1 = 0");
        assertThat(PRODUCTS.exclude("rating__in", List.of()).toString()).isEqualTo("select e from Product e");
        assertThat(where("name__iexact", null)).isEqualTo("e.name is null");
        assertThat(where("description__contains", "")).isEqualTo("e.description is not null");
        assertThat(PRODUCTS.filter("name__contains", "").toString()).isEqualTo("select e from Product e");
    }

    @Test
    void conditionsNestWithParenthesesWhereNeeded() {
        assertThat(PRODUCTS.where(
                                or(
                                        number(Product::rating).eq(1),
                                        and(
                                                text(Product::name).eq("a"),
                                                number(Product::rating).eq(2)),
                                        or(number(Product::rating).eq(3))),
                                not(or(
                                        text(Product::name).eq("b"),
                                        col(Product::inStock).eq(true))))
                        .toString())
                .isEqualTo("select e from Product e where (e.rating = :p1 or (e.name = :p2 and e.rating = :p3)"
                        + " or e.rating = :p4) and e.name <> :p5 and e.inStock <> :p6");
        assertThat(PRODUCTS.where(and(), or()).toString()).isEqualTo("select e from Product e where 1 = 0");
        assertThat(PRODUCTS.where().toString()).isEqualTo("select e from Product e");
    }

    @Test
    void excludeNegatesItsConditionsTogether() {
        assertThat(PRODUCTS.exclude(
                                text(Product::name).eq("a"), number(Product::id).eq(2))
                        .toString())
                .isEqualTo("select e from Product e where e.name <> :p1 or e.id <> :p2");
    }

    @Test
    void keysOfReferencesNeedNoJoin() {
        assertThat(TRACKS.where(ref(Track::album).eq(7)).toString())
                .isEqualTo("select e from Track e where e.album.id = :p1");
        assertThat(TRACKS.where(ref(Track::album).number(Album::id).gt(7)).toString())
                .isEqualTo("select e from Track e where e.album.id > :p1");
        assertThat(TRACKS.where(ref(Track::album).isNull()).toString())
                .isEqualTo("select e from Track e where e.album.id is null");
        assertThat(TRACKS.where(ref(Track::album).ne(7)).toString())
                .isEqualTo("select e from Track e where (e.album.id <> :p1 or e.album.id is null)");
        assertThat(MEMBERS.where(lookup("team__org__pk", "acme")).toString())
                .isEqualTo("select e from Member e left join e.team e1 where e1.org.ident = :p1");
    }

    @Test
    void aPathIsJoinedOnceAndTwoReferencesToOneTableAreTwoJoins() {
        assertThat(TRACKS.where(
                                ref(Track::album).text(Album::name).eq("a"),
                                ref(Track::reissue).text(Album::name).eq("b"),
                                lookup("album__name__contains", "c"))
                        .orderBy("album__name")
                        .fetch(Track::reissue)
                        .toString())
                .isEqualTo("select e from Track e left join fetch e.reissue e1 left join e.album e2"
                        + " where e2.name = :p1 and e1.name = :p2 and locate(:p3, e2.name) > 0"
                        + " order by unirow_binary(e2.name) nulls first");
    }

    @Test
    void fetchingAcrossReferencesFetchesThoseOnTheWay() {
        String expected = "select e from Member e left join fetch e.team e1 left join fetch e1.org e2";
        assertThat(MEMBERS.fetch(ref(Member::getTeam).ref(Team::org)).toString())
                .isEqualTo(expected);
        assertThat(MEMBERS.fetch("team__org").toString()).isEqualTo(expected);
        assertThat(MEMBERS.fetch("team.org", "team").toString()).isEqualTo(expected);
    }

    @Test
    void lookupsFetchWhatTheyCrossAndConditionsDoNot() {
        assertThat(TRACKS.filter("album__name", "a").toString())
                .isEqualTo("select e from Track e left join fetch e.album e1 where e1.name = :p1");
        assertThat(TRACKS.where(lookup("album__name", "a")).toString())
                .isEqualTo("select e from Track e left join e.album e1 where e1.name = :p1");
        assertThat(MEMBERS.filter("address__city", "Berlin").toString())
                .isEqualTo("select e from Member e where e.address.city = :p1");
    }

    @Test
    void searchAsksEveryTextColumn() {
        HqlQuery<Product> query = HqlQuery.all(PRODUCTS.search("Shirt"));
        assertThat(query.hql())
                .isEqualTo("select e from Product e where locate(:p1, unirow_fold(e.name)) > 0"
                        + " or locate(:p2, unirow_fold(e.description)) > 0");
        assertThat(query.parameters()).containsExactly(entry("p1", "shirt"), entry("p2", "shirt"));
        assertThat(PRODUCTS.where(search("")).toString()).isEqualTo("select e from Product e");
    }

    @Test
    void firstAndOneAreLimitedAndFirstHasAnOrder() {
        HqlQuery<Product> first = HqlQuery.first(PRODUCTS);
        assertThat(first.hql()).isEqualTo("select e from Product e order by e.id");
        assertThat(first.maxResults()).isEqualTo(1);
        assertThat(HqlQuery.first(PRODUCTS.orderBy("-name").limit(5)).hql())
                .isEqualTo("select e from Product e order by unirow_binary(e.name) desc");
        assertThat(HqlQuery.one(PRODUCTS).maxResults()).isEqualTo(2);
        assertThat(HqlQuery.one(PRODUCTS.limit(1)).maxResults()).isEqualTo(1);
    }

    @Test
    void countAndExistsDropOrderAndFetches() {
        Select<Track> ordered = TRACKS.filter("album__name", "a").orderBy("-title");
        assertThat(HqlQuery.count(ordered).hql())
                .isEqualTo("select count(*) from Track e left join e.album e1 where e1.name = :p1");
        assertThat(HqlQuery.exists(ordered).hql())
                .isEqualTo("select 1 from Track e left join e.album e1 where e1.name = :p1");
        assertThat(HqlQuery.exists(ordered).maxResults()).isEqualTo(1);
        assertThat(HqlQuery.count(TRACKS.orderBy("title").limit(3).offset(1)).hql())
                .isEqualTo("select count(*) from (select k.id as id from Track k"
                        + " order by unirow_binary(k.title) nulls first limit 3 offset 1) p");
    }

    @Test
    void aLimitOfZeroIsAConditionThatNothingSatisfies() {
        HqlQuery<Product> query = HqlQuery.all(PRODUCTS.filter("rating", 1).limit(0));
        assertThat(query.hql()).isEqualTo("select e from Product e where 1 = 0 order by e.id");
        assertThat(query.maxResults()).isNull();
        assertThat(query.parameters()).isEmpty();
    }

    @Test
    void aPageWithACollectionIsTakenFromTheKeys() {
        HqlQuery<Album> query = HqlQuery.all(select(Album.class)
                .fetch(Album::tracks)
                .filter("name__startswith", "M")
                .orderBy("-name")
                .limit(2));
        assertThat(query.hql())
                .isEqualTo("select e from Album e left join fetch e.tracks e1 where e.id in (select p.id from"
                        + " (select k.id as id from Album k where left(k.name, :p1) = :p2"
                        + " order by unirow_binary(k.name) desc limit 2) p) order by unirow_binary(e.name) desc");
        assertThat(query.maxResults()).isNull();
    }

    @Test
    void subqueriesAskOtherRows() {
        Select<Album> albums = select(Album.class).where(text(Album::name).startswith("M"));
        HqlQuery<Track> within = HqlQuery.all(TRACKS.where(
                number(Track::position).eq(1),
                ref(Track::album).in(albums),
                ref(Track::reissue).in(albums)));
        assertThat(within.hql())
                .isEqualTo("select e from Track e where e.position = :p1"
                        + " and e.album.id in (select s1.id from Album s1 where left(s1.name, :p2) = :p3)"
                        + " and e.reissue.id in (select s2.id from Album s2 where left(s2.name, :p4) = :p5)");
        assertThat(within.parameters().keySet()).containsExactly("p1", "p2", "p3", "p4", "p5");
        assertThat(TRACKS.exclude(ref(Track::album).in(select(Album.class).limit(2)))
                        .toString())
                .isEqualTo("select e from Track e where (e.album.id not in (select p.id from"
                        + " (select s1.id as id from Album s1 order by s1.id limit 2) p) or e.album.id is null)");
        assertThat(select(Album.class)
                        .where(exists(
                                Album::tracks,
                                number(Track::position).gt(2),
                                ref(Track::reissue).text(Album::name).eq("x")))
                        .exclude(exists(Album::tracks))
                        .toString())
                .isEqualTo("select e from Album e where exists (select 1 from e.tracks s1"
                        + " left join s1.reissue s11 where s1.position > :p1 and s11.name = :p2)"
                        + " and not exists (select 1 from e.tracks s2)");
    }

    @Test
    void embeddedAttributesAreReachedLikeReferences() {
        assertThat(MEMBERS.where(ref(Member::getAddress)
                                .text(Member.Address::getCity)
                                .eq("Berlin"))
                        .toString())
                .isEqualTo("select e from Member e where e.address.city = :p1");
    }

    @Test
    void equalStatementsAreEqual() {
        assertThat(PRODUCTS.filter("rating", 1).limit(2))
                .isEqualTo(select(Product.class)
                        .where(number(Product::rating).eq(1L))
                        .limit(2))
                .hasSameHashCodeAs(PRODUCTS.filter("rating", 1).limit(2))
                .isNotEqualTo(PRODUCTS.filter("rating", 2).limit(2));
    }

    @Test
    void statementsAreImmutable() {
        Select<Product> base = PRODUCTS.filter("rating", 1);
        String before = base.toString();
        assertThat(base.filter("rating", 2).orderBy("id").limit(1).toString()).isNotEqualTo(before);
        assertThat(base.toString()).isEqualTo(before);
    }

    @Test
    void severalLookupsAreOneCondition() {
        assertThat(PRODUCTS.exclude(lookups(Map.of("rating__gt", 1))).toString())
                .isEqualTo("select e from Product e where (e.rating <= :p1 or e.rating is null)");
    }

    private static String where(String lookup, Object value) {
        return condition(PRODUCTS.filter(lookup, value));
    }

    private static String exclude(String lookup, Object value) {
        return condition(PRODUCTS.exclude(lookup, value));
    }

    private static String condition(Select<Product> select) {
        return select.toString().substring("select e from Product e where ".length());
    }
}
