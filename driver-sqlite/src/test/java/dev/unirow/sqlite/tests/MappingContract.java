package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.HibernateContract.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.tests.Novel.Draft;
import dev.unirow.sqlite.tests.Novel.Poet;
import dev.unirow.sqlite.tests.Novel.Seat;
import dev.unirow.sqlite.tests.Novel.Ticket;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.LockMode;
import org.hibernate.reactive.common.Identifier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hibernate's mappings and queries beyond the everyday ones. */
@EachDatabase
class MappingContract extends SqliteFixture {
    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
        factory =
                Factory.creating(pool, Novel.class, Poet.class, Draft.class, Ticket.class, Counter.class, Author.class);
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(ConnectionContract.await(pool.stats()).inUse()).isZero();
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    private Novel saved(String isbn, String title, int pages) {
        Novel novel = new Novel(isbn, title, pages);
        await(factory.withTransaction(session -> session.persist(novel)));
        return novel;
    }

    private void threeNovels() {
        saved("1", "Emma", 400);
        saved("2", "Ulysses", 900);
        saved("3", "Candide", 100);
    }

    private List<String> titles(String where) {
        return await(factory.withSession(
                session -> session.createSelectionQuery("select title from Novel " + where, String.class)
                        .getResultList()));
    }

    private int changed(String hql) {
        Integer count = await(factory.withTransaction(
                session -> session.createMutationQuery(hql).executeUpdate()));
        return count;
    }

    @Test
    void generatedValuesComeBack() {
        Novel novel = saved("1", "Emma", 400);
        assertThat(novel.state).isEqualTo("fresh");
        assertThat(novel.loud).isEqualTo("EMMA");
        assertThat(novel.createdAt).isNotNull();
        Novel found = await(factory.withTransaction(session -> session.find(Novel.class, novel.id)
                .invoke(loaded -> loaded.title = "Persuasion")
                .call(session::flush)));
        assertThat(found.loud).isEqualTo("PERSUASION");
        assertThat(found.sides).isEqualTo(800);
        assertThat(found.version).isEqualTo(1);
        assertThat(found.createdAt).isEqualTo(novel.createdAt);
    }

    @Test
    void sequencesAreEmulated() {
        List<Poet> poets =
                IntStream.range(0, 120).mapToObj(i -> new Poet("poet " + i)).toList();
        await(factory.withTransaction(session -> session.setBatchSize(50).persistAll(poets.toArray())));
        assertThat(poets).extracting(poet -> poet.id).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void findsByNaturalId() {
        Novel emma = saved("1", "Emma", 400);
        Novel found = await(factory.withSession(session -> session.find(Novel.class, Identifier.id("isbn", "1"))));
        assertThat(found.id).isEqualTo(emma.id);
    }

    @Test
    void collectionsOfValuesAndOfEntities() {
        Poet poet = new Poet("Sappho");
        Poet admirer = new Poet("Catullus");
        Novel novel = new Novel("1", "Emma", 400);
        novel.poet = poet;
        poet.novels.add(novel);
        novel.themes.addAll(Set.of("love", "rank"));
        novel.chapters.addAll(List.of("one", "two", "three"));
        await(factory.withTransaction(session -> session.persistAll(poet, admirer)));
        await(factory.withTransaction(session -> session.find(Novel.class, novel.id)
                .call(found -> session.fetch(found.themes))
                .call(found -> session.fetch(found.chapters))
                .call(found -> session.fetch(found.admirers))
                .invoke(found -> {
                    found.themes.remove("rank");
                    found.themes.add("wit");
                    found.chapters.remove(1);
                    found.admirers.add(session.getReference(Poet.class, admirer.id));
                })));
        Novel found = await(factory.withSession(session -> session.createSelectionQuery(
                        "from Novel n left join fetch n.themes left join fetch n.poet left join fetch n.admirers",
                        Novel.class)
                .getSingleResult()
                .call(read -> session.fetch(read.chapters))));
        assertThat(found.themes).containsExactlyInAnyOrder("love", "wit");
        assertThat(found.chapters).containsExactly("one", "three");
        assertThat(found.poet.name).isEqualTo("Sappho");
        assertThat(found.admirers).hasSize(1);
        await(factory.withTransaction(session -> session.find(Poet.class, poet.id)
                .call(read -> session.fetch(read.novels))
                .invoke(read -> read.novels.clear())));
        assertThat(titles("")).isEmpty();
    }

    @Test
    void criteriaAndPages() {
        threeNovels();
        var builder = factory.getCriteriaBuilder();
        var query = builder.createQuery(String.class);
        var novel = query.from(Novel.class);
        query.select(builder.upper(novel.get("title")))
                .where(builder.or(
                        builder.ge(novel.<Integer>get("pages"), 400), builder.like(novel.get("title"), "Can%")))
                .orderBy(builder.desc(novel.get("pages")));
        List<String> second = await(factory.withSession(session ->
                session.createQuery(query).setFirstResult(1).setMaxResults(1).getResultList()));
        assertThat(second).containsExactly("EMMA");
        assertThat(titles("order by pages limit 2 offset 1")).containsExactly("Emma", "Ulysses");
        await(factory.withTransaction(session -> session.persistAll(new Poet("Sappho"), new Poet("Catullus"))));
        List<Poet> poets = await(factory.withSession(session -> session.createNativeQuery(
                        "select * from Poet where name > ?1 order by name desc", Poet.class)
                .setParameter(1, "B")
                .setMaxResults(1)
                .getResultList()));
        assertThat(poets).extracting(poet -> poet.name).containsExactly("Sappho");
    }

    @Test
    void subqueriesUnionsAndCommonTables() {
        threeNovels();
        assertThat(titles("where pages = (select max(pages) from Novel)")).containsExactly("Ulysses");
        assertThat(titles("n where exists (select 1 from Novel o where o.pages > n.pages and o.pages < 500)"))
                .containsExactly("Candide");
        List<String> united = await(factory.withSession(session -> session.createSelectionQuery(
                        "select title from Novel where pages < 200 union select upper(title) from Novel where pages > 800",
                        String.class)
                .getResultList()));
        assertThat(united).containsExactlyInAnyOrder("Candide", "ULYSSES");
        List<String> common = await(factory.withSession(session -> session.createSelectionQuery(
                        "with thick as (select title as t from Novel where pages > 300) select t from thick order by t",
                        String.class)
                .getResultList()));
        assertThat(common).containsExactly("Emma", "Ulysses");
    }

    @Test
    void windowsAndGroups() {
        threeNovels();
        List<Object[]> sums = await(factory.withSession(session -> session.createSelectionQuery(
                        "select title, sum(pages) over (order by pages desc) from Novel order by 2", Object[].class)
                .getResultList()));
        assertThat(sums).extracting(row -> row[1]).containsExactly(900L, 1300L, 1400L);
        List<Object[]> groups = await(factory.withSession(session -> session.createSelectionQuery(
                        "select pages > 300, count(*), avg(pages) from Novel group by 1 having count(*) > 0 order by 1",
                        Object[].class)
                .getResultList()));
        assertThat(groups).containsExactly(new Object[] {false, 1L, 100.0}, new Object[] {true, 2L, 650.0});
    }

    @Test
    void changesInBulk() {
        threeNovels();
        assertThat(changed("update versioned Novel set pages = pages + 1 where pages < 500"))
                .isEqualTo(2);
        assertThat(titles("where pages = 401 and version = 1")).containsExactly("Emma");
        assertThat(
                        changed(
                                "insert into Novel (isbn, title, pages, version, createdAt, changedAt)"
                                        + " select concat(isbn, 'b'), concat(title, ' II'), pages, 0, createdAt, changedAt from Novel where pages > 300"))
                .isEqualTo(2);
        assertThat(titles("where isbn like '%b' order by title")).containsExactly("Emma II", "Ulysses II");
        assertThat(changed("delete from Novel where title like '% II'")).isEqualTo(2);
        assertThat(titles("")).hasSize(3);
    }

    @Test
    void filtersApplyWhenTheyAreOn() {
        threeNovels();
        List<String> thick = await(factory.withSession(session -> {
            session.enableFilter("thick").setParameter("pages", 300);
            return session.createSelectionQuery("select title from Novel order by title", String.class)
                    .getResultList();
        }));
        assertThat(thick).containsExactly("Emma", "Ulysses");
    }

    @Test
    void softDeletingKeepsTheRow() {
        Draft draft = new Draft();
        draft.id = 1L;
        await(factory.withTransaction(session -> session.persist(draft)));
        await(factory.withTransaction(session -> session.find(Draft.class, 1L).chain(session::remove)));
        Long visible = await(
                factory.withSession(session -> session.createSelectionQuery("select count(*) from Draft", Long.class)
                        .getSingleResult()));
        Long stored = await(factory.withSession(
                session -> session.createNativeQuery("select count(*) from Draft where deleted", Long.class)
                        .getSingleResult()));
        assertThat(visible).isZero();
        assertThat(stored).isOne();
    }

    @Test
    void optimisticLocksNoticeOthers() {
        Novel emma = saved("1", "Emma", 400);
        await(factory.withTransaction(
                session -> session.find(Novel.class, emma.id).invoke(found -> found.pages = 1)));
        emma.pages = 2;
        Throwable failure = catchThrowable(() -> await(factory.withTransaction(session -> session.merge(emma))));
        assertThat(failure).isInstanceOf(OptimisticLockException.class);
        await(factory.withTransaction(session -> session.find(Novel.class, emma.id)
                .chain(found -> session.lock(found, LockMode.OPTIMISTIC_FORCE_INCREMENT))));
        assertThat(await(factory.withSession(session -> session.find(Novel.class, emma.id))).version)
                .isEqualTo(2);
    }

    @Test
    void pessimisticLocksHoldInTheTransaction() {
        Novel emma = saved("1", "Emma", 400);
        List<Uni<Void>> workers = IntStream.range(0, 8)
                .mapToObj(i -> factory.withTransaction(
                        session -> session.find(Novel.class, emma.id, LockMode.PESSIMISTIC_WRITE)
                                .invoke(found -> found.pages++)
                                .replaceWithVoid()))
                .toList();
        await(Uni.join().all(workers).andFailFast().replaceWithVoid());
        assertThat(await(factory.withSession(session -> session.find(Novel.class, emma.id))).pages)
                .isEqualTo(408);
    }

    @Test
    void statelessSessionsInsertUpdateDelete() {
        List<Author> authors =
                IntStream.range(0, 100).mapToObj(i -> new Author("author " + i)).toList();
        await(factory.withStatelessTransaction(session -> session.insertAll(20, authors.toArray())));
        assertThat(authors)
                .extracting(author -> author.id)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        authors.forEach(author -> author.books = 7);
        await(factory.withStatelessTransaction(session -> session.updateAll(20, authors.toArray())));
        Long changed = await(factory.withStatelessSession(
                session -> session.createSelectionQuery("select count(*) from Author where books = 7", Long.class)
                        .getSingleResult()));
        assertThat(changed).isEqualTo(100);
        Author refreshed = authors.get(0);
        refreshed.books = 0;
        await(factory.withStatelessSession(session -> session.refresh(refreshed)));
        assertThat(refreshed.books).isEqualTo(7);
        await(factory.withStatelessTransaction(session -> session.deleteAll(20, authors.toArray())));
        Long left = await(factory.withStatelessSession(
                session -> session.createSelectionQuery("select count(*) from Author", Long.class)
                        .getSingleResult()));
        assertThat(left).isZero();
    }

    @Test
    void upsertsWithCompositeKeysAndColumnsThatAreWrittenOnce() {
        Ticket ticket = new Ticket();
        ticket.seat = new Seat(3, 7);
        ticket.holder = "Ada";
        ticket.first = "a";
        ticket.last = "x";
        await(factory.withStatelessTransaction(session -> session.upsert(ticket)));
        assertTicket("Ada", "a", null);
        ticket.holder = "Bob";
        ticket.first = "b";
        await(factory.withStatelessTransaction(session -> session.upsert(ticket)));
        assertTicket("Bob", "a", "x");
    }

    private void assertTicket(String holder, String first, String last) {
        Ticket found = await(factory.withSession(session -> session.find(Ticket.class, new Seat(3, 7))));
        assertThat(found).isNotNull();
        assertThat(new String[] {found.holder, found.first, found.last}).containsExactly(holder, first, last);
    }

    @Test
    void upsertsOfAVersionInsertUpdateAndNoticeOthers() {
        Counter counter = new Counter();
        counter.id = 77L;
        counter.count = 1;
        await(factory.withStatelessTransaction(session -> session.upsert(counter)));
        assertThat(counted()).isOne();
        counter.count = 2;
        await(factory.withStatelessTransaction(session -> session.upsert(counter)));
        assertThat(counted()).isEqualTo(2);
        Counter stale = new Counter();
        stale.id = 77L;
        stale.version = 0;
        stale.count = 99;
        assertThat(catchThrowable(() -> await(factory.withStatelessTransaction(session -> session.upsert(stale)))))
                .isNotNull()
                .hasStackTraceContaining("StaleStateException");
        assertThat(counted()).isEqualTo(2);
    }

    private int counted() {
        return await(factory.withSession(session -> session.find(Counter.class, 77L))).count;
    }
}
