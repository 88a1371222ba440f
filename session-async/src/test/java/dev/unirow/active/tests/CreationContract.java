package dev.unirow.active.tests;

import static dev.unirow.active.Shortcuts.getByPk;
import static dev.unirow.active.Shortcuts.getOne;
import static dev.unirow.active.Shortcuts.getOrCreate;
import static dev.unirow.active.Shortcuts.updateOrCreate;
import static dev.unirow.query.Queries.set;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.Created;
import dev.unirow.active.tests.models.Account;
import dev.unirow.active.tests.models.Album;
import dev.unirow.active.tests.models.Article;
import dev.unirow.active.tests.models.Gauge;
import dev.unirow.active.tests.models.Product;
import dev.unirow.active.tests.models.Purse;
import dev.unirow.active.tests.models.Track;
import dev.unirow.active.tests.models.User;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows with given keys, and rows that several make at once. */
@EachDatabase
class CreationContract extends ActiveContract {
    @Test
    void aGivenKeyIsKept() {
        User byId = await(User.objects.create(Map.of("id", 77, "name", "Tom")));
        User byPk = await(User.objects.create(Map.of("pk", 78, "name", "Jane")));
        Account model = await(Account.objects.create(Models.from(Account.class, Map.of("id", 79, "name", "a"))));

        assertThat(byId.id()).isEqualTo(77);
        assertThat(byPk.id()).isEqualTo(78);
        assertThat(await(User.objects.find(77)).name()).isEqualTo("Tom");
        assertThat(await(Account.objects.find(79))).isEqualTo(model);
        assertThat(model.version()).isNotNull();
        await(model.setBalance(1).save());
    }

    @Test
    void aGivenKeyThatIsTakenFails() {
        awaitAll(User.objects.create(Map.of("id", 77, "name", "Tom")));

        assertThatThrownBy(() -> await(User.objects.create(Map.of("id", 77, "name", "Jane"))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(await(User.objects.get()).name()).isEqualTo("Tom");
    }

    @Test
    void aRowWithAGivenKeyHasAllItsValues() {
        Album album = await(Album.objects.create(new Album("Malibu")));
        Track track =
                await(Track.objects.create(Map.of("id", 5, "album", album.id(), "title", "The Bird", "position", 3)));

        assertThat(track.id()).isEqualTo(5);
        Track read = await(Track.objects.selectRelated("album").get("pk", 5));
        assertThat(read.title()).isEqualTo("The Bird");
        assertThat(read.position()).isEqualTo(3);
        assertThat(read.album().name()).isEqualTo("Malibu");

        awaitAll(Article.objects.create(Map.of("id", 6, "data", Map.of("foo", 1), "status", "RELEASED")));
        Article article = await(Article.objects.get());
        assertThat(article.data()).containsEntry("foo", 1);
        assertThat(article.status()).isEqualTo(Article.Status.RELEASED);
        assertThat(article.created()).isNotNull();
        assertThat(article.updated()).isNotNull();
    }

    @Test
    void aRowWithAGivenKeyIsValidated() {
        assertThatThrownBy(() -> await(Track.objects.create(Map.of("id", 5, "title", "The Bird", "position", 3))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'album'");
    }

    @Test
    void getOrCreateFailsWhereSeveralMatch() {
        awaitAll(User.objects.create(new User("Tom")), User.objects.create(new User("Tom")));

        assertThatThrownBy(() -> await(User.objects.getOrCreate(Map.of("name", "Tom"))))
                .isInstanceOf(MultipleFoundException.class);
    }

    @Test
    void getOrCreateMakesTheRightOneOfEqualRows() {
        Created<User> first = await(User.objects.filter("pk", -1).getOrCreate(Map.of("name", "Tom")));
        Created<User> second = await(User.objects.filter("pk", -1).getOrCreate(Map.of("name", "Tom")));

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isTrue();
        assertThat(second.model().id()).isGreaterThan(first.model().id());
    }

    @Test
    void getOrCreateByAReference() {
        Album album = await(Album.objects.create(new Album("Malibu")));

        Created<Track> made =
                await(Track.objects.getOrCreate(Map.of("album", album, "title", "The Bird"), Map.of("position", 1)));
        Created<Track> got =
                await(Track.objects.getOrCreate(Map.of("album", album, "title", "The Bird"), Map.of("position", 2)));

        assertThat(made.created()).isTrue();
        assertThat(got.created()).isFalse();
        assertThat(got.model()).isEqualTo(made.model());
        assertThat(got.model().position()).isEqualTo(1);
    }

    @Test
    void lookupsWithAnOperatorOnlyFind() {
        Created<Account> made =
                await(Account.objects.getOrCreate(Map.of("name__iexact", "TOM"), Map.of("name", "Tom")));
        Created<Account> got =
                await(Account.objects.getOrCreate(Map.of("name__iexact", "tom"), Map.of("name", "other")));

        assertThat(made.created()).isTrue();
        assertThat(got.created()).isFalse();
        assertThat(got.model().name()).isEqualTo("Tom");
    }

    @Test
    void getOrCreateValidatesANewRow() {
        assertThatThrownBy(() -> await(Account.objects.getOrCreate(Map.of("name", " "))))
                .isInstanceOf(InvalidModelException.class);
    }

    @Test
    void getOrCreateFailsWhereAnotherRowHasAnotherUniqueValue() {
        awaitAll(Account.objects.create(Map.of("name", "a", "email", "a@example.org")));

        assertThatThrownBy(
                        () -> await(Account.objects.getOrCreate(Map.of("name", "b"), Map.of("email", "a@example.org"))))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        failure -> assertThat(failure.constraint()).contains("email"));
        assertThat(await(Account.objects.count())).isEqualTo(1);
    }

    @Test
    void flowsThatGetOrCreateTheSameRowAtOnceMakeItOnce() {
        List<Uni<Created<Account>>> flows = IntStream.range(0, 16)
                .mapToObj(i -> Account.objects.getOrCreate(Map.of("name", "Tom"), Map.of("balance", i)))
                .toList();

        List<Created<Account>> results =
                await(Uni.join().all(flows).usingConcurrencyOf(8).andFailFast());

        assertThat(results).filteredOn(Created::created).hasSize(1);
        assertThat(results).extracting(result -> result.model().pk()).containsOnly(1L);
        assertThat(await(Account.objects.count())).isEqualTo(1);
    }

    @Test
    void flowsThatUpdateOrCreateTheSameRowAtOnceMakeItOnce() {
        List<Uni<Boolean>> flows = IntStream.range(0, 8)
                .mapToObj(i -> User.objects
                        .updateOrCreate(Map.of("name", "Tom"), Map.of("language", "l" + i))
                        .map(Created::created))
                .toList();
        awaitAll(User.objects.create(new User("Tom")));

        List<Boolean> created =
                await(Uni.join().all(flows).usingConcurrencyOf(8).andFailFast());

        assertThat(created).doesNotContain(true);
        assertThat(await(User.objects.get()).language()).startsWith("l");
    }

    @Test
    void aRaceThatIsLostLeavesTheTransactionUsable() {
        awaitAll(Account.objects.create(Map.of("name", "Tom")));

        await(db.begin(session -> session.insertIfAbsent(new Account("Tom"))
                .invoke(made -> assertThat(made).isNull())
                .chain(() -> session.insertIfAbsent(new Account("Jane")))
                .invoke(made -> assertThat(made.name()).isEqualTo("Jane"))
                .replaceWithVoid()));

        assertThat(await(Account.objects.orderBy("name").all()))
                .extracting(Account::name)
                .containsExactly("Jane", "Tom");
    }

    @Test
    void shortcutsWorkInTheGivenSessionAndDoNotCommit() {
        var session = db.session();
        try {
            Created<Account> made =
                    await(getOrCreate(session, Account.class, Map.of("name", "Tom"), Map.of("balance", 1)));
            assertThat(made.created()).isTrue();
            assertThat(await(session.contains(made.model()))).isTrue();
            assertThat(await(getOrCreate(session, Account.class, Map.of("name", "Tom"))))
                    .isEqualTo(new Created<>(made.model(), false));
            assertThat(await(updateOrCreate(session, Account.class, Map.of("name", "Tom"), Map.of("balance", 2)))
                            .model())
                    .isSameAs(made.model());
            assertThat(made.model().balance()).isEqualTo(2);
            assertThat(await(getByPk(session, Account.class, made.model().id())))
                    .isSameAs(made.model());
            assertThat(await(getByPk(session, Account.class, 4711))).isNull();
            assertThat(await(getOne(session, Account.class, Map.of("balance", 2))))
                    .isSameAs(made.model());
            assertThatThrownBy(() -> await(getOne(session, Account.class, Map.of("balance", 3))))
                    .isInstanceOf(NotFoundException.class);
            await(session.rollback());
        } finally {
            await(session.close());
        }
        assertThat(await(Account.objects.count())).isZero();
    }

    @Test
    void aPrimitiveThatMustBeGivenIsNeverMadeUp() {
        String problem = "Gauge is not valid: 'level' must not be null (1 problem).";
        Map<String, Object> incomplete = Map.of("name", "x");

        assertThatThrownBy(() -> await(Gauge.objects.create(incomplete))).hasMessage(problem);
        assertThatThrownBy(() -> await(Gauge.objects.bulkCreate(List.of(incomplete))))
                .hasMessage(problem);
        assertThatThrownBy(() -> await(Gauge.objects.getOrCreate(incomplete, Map.of())))
                .hasMessage(problem);
        assertThat(await(Gauge.objects.count())).isZero();

        Gauge gauge = await(Gauge.objects.create(Map.of("name", "x", "level", 0)));
        await(gauge.update(Map.of("name", "y")));
        assertThat(await(Gauge.objects.get()).level()).isZero();
        assertThat(await(Gauge.objects.get()).name()).isEqualTo("y");
    }

    @Test
    void aValueMayBeNullWhereverValuesAreGiven() {
        Product created = await(Product.objects.create(set(Product::name, "x"), set(Product::rating, null)));
        assertThat(created.rating()).isNull();

        Created<Product> found =
                await(Product.objects.getOrCreate(set(Product::name, "x"), set(Product::rating, null)));
        assertThat(found.created()).isFalse();
        assertThat(found.model()).isEqualTo(created);

        await(Product.objects.update(set(Product::rating, 3)));
        Created<Product> updated = await(
                Product.objects.updateOrCreate(List.of(set(Product::name, "x")), List.of(set(Product::rating, null))));
        assertThat(updated.created()).isFalse();
        assertThat(updated.model().rating()).isNull();

        Created<Product> made = await(
                Product.objects.getOrCreate(List.of(set(Product::name, "y")), List.of(set(Product::rating, null))));
        assertThat(made.created()).isTrue();
        assertThat(made.model().rating()).isNull();

        await(made.model().update(set(Product::rating, 2)));
        await(made.model().update(set(Product::rating, null)));
        assertThat(await(Product.objects.get("name", "y")).rating()).isNull();
        assertThat(await(Product.objects.update(set(Product::rating, null)))).isEqualTo(2);
    }

    @Test
    void aValueMayBeNullInTheRowsOfABulkCreate() {
        List<Product> made = await(Product.objects.bulkCreate(List.of(
                List.of(set(Product::name, "x"), set(Product::rating, null)),
                Map.of("name", "y", "rating", 3),
                List.of(set(Product::rating, 4), set(Product::name, "z")),
                new Product("w", null, true))));

        assertThat(made).extracting(Product::name).containsExactly("x", "y", "z", "w");
        assertThat(await(Product.objects.orderBy("name").all()))
                .extracting(Product::rating)
                .containsExactly(null, null, 3, 4);
        assertThatThrownBy(() -> await(Product.objects.bulkCreate(
                        List.of(List.of(set(Product::name, "v")), List.of(set(Product::name, null))))))
                .isInstanceOf(InvalidModelException.class);
        assertThatThrownBy(() -> await(Product.objects.bulkCreate(List.of(List.of("v")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a model, a Map of its values or a List of set(column, value), not of a");
        assertThat(await(Product.objects.count())).isEqualTo(4);
    }

    @Test
    void aValueMayBeNullWhereANewRowHasValuesOfItsOwn() {
        Created<Product> made = await(Product.objects.updateOrCreate(
                List.of(set(Product::name, "x")),
                List.of(set(Product::rating, 2)),
                List.of(set(Product::rating, null))));
        assertThat(made.created()).isTrue();
        assertThat(made.model().rating()).isNull();

        Created<Product> updated = await(Product.objects.updateOrCreate(
                List.of(set(Product::name, "x")),
                List.of(set(Product::rating, 2)),
                List.of(set(Product::rating, null))));
        assertThat(updated.created()).isFalse();
        assertThat(updated.model().rating()).isEqualTo(2);
    }

    @Test
    void aValueMayBeNullInTheShortcutsOfASession() {
        Created<Product> made = await(db.begin(session -> getOrCreate(
                session, Product.class, List.of(set(Product::name, "x")), List.of(set(Product::rating, null)))));
        Created<Product> got = await(db.begin(session ->
                getOrCreate(session, Product.class, List.of(set(Product::name, "x"), set(Product::rating, null)))));
        Created<Product> updated = await(db.begin(session -> updateOrCreate(
                session, Product.class, List.of(set(Product::name, "x")), List.of(set(Product::rating, null)))));
        Created<Product> other = await(db.begin(session -> updateOrCreate(
                session,
                Product.class,
                List.of(set(Product::name, "y")),
                List.of(set(Product::rating, 2)),
                List.of(set(Product::rating, null)))));
        assertThat(made.created()).isTrue();
        assertThat(got).isEqualTo(new Created<>(made.model(), false));
        assertThat(other.created()).isTrue();
        assertThat(other.model().rating()).isNull();
        assertThat(updated.created()).isFalse();
        assertThat(updated.model().rating()).isNull();
    }

    @Test
    void twentyCallersGetOrCreateAVersionedRowAtOnce() {
        List<Created<Account>> results = await(Uni.join()
                .all(callers(i -> Account.objects.getOrCreate(Map.of("name", "Tom"), Map.of("balance", i))))
                .andFailFast());

        assertThat(results).filteredOn(Created::created).hasSize(1);
        assertThat(await(Account.objects.count())).isEqualTo(1);
    }

    @Test
    void twentyCallersGetOrCreateARowWithoutVersionAtOnce() {
        List<Created<Purse>> results = await(Uni.join()
                .all(callers(i -> Purse.objects.getOrCreate(Map.of("name", "Tom"), Map.of("balance", i))))
                .andFailFast());

        assertThat(results).filteredOn(Created::created).hasSize(1);
        assertThat(results)
                .extracting(result -> result.model().balance())
                .containsOnly(await(Purse.objects.get()).balance());
    }

    @Test
    void twentyCallersUpdateOrCreateAVersionedRowAtOnce() {
        List<Created<Account>> results = await(Uni.join()
                .all(callers(i -> Account.objects.updateOrCreate(Map.of("name", "Tom"), Map.of("balance", i))))
                .andFailFast());

        assertThat(results).filteredOn(Created::created).hasSize(1);
        Account row = await(Account.objects.get());
        assertThat(row.version()).as("each of the others counts it up").isEqualTo(19);
        assertThat(row.balance()).isBetween(0, 19);
    }

    @Test
    void twentyCallersUpdateOrCreateARowWithoutVersionAtOnce() {
        List<Created<Purse>> results = await(Uni.join()
                .all(callers(i -> Purse.objects.updateOrCreate(Map.of("name", "Tom"), Map.of("balance", i))))
                .andFailFast());

        assertThat(results).filteredOn(Created::created).hasSize(1);
        assertThat(await(Purse.objects.count())).isEqualTo(1);
    }

    @Test
    void ofTwentyCallersThatSaveAnOutdatedVersionAtOnceOneWins() {
        Account read = await(Account.objects.create(Map.of("name", "Tom")));

        List<String> outcomes = await(Uni.join()
                .all(callers(
                        i -> db.begin(session -> session.save(Models.copy(read).setBalance(i)))
                                .map(saved -> "saved")
                                .onFailure(StaleModelException.class)
                                .recoverWithItem("stale")))
                .andFailFast());

        assertThat(outcomes).filteredOn("saved"::equals).hasSize(1);
        assertThat(await(Account.objects.get()).version()).isEqualTo(1);
    }

    @Test
    void twentyCallersThatSaveARowWithoutVersionAtOnceAllSaveIt() {
        Purse read = await(Purse.objects.create(Map.of("name", "Tom")));

        await(Uni.join()
                .all(callers(i -> db.begin(session ->
                        session.save(Models.from(Purse.class, Map.of("id", read.id(), "name", "Tom", "balance", i))))))
                .andFailFast());

        assertThat(await(Purse.objects.get()).balance()).isBetween(0, 19);
    }

    private static <T> List<Uni<T>> callers(IntFunction<Uni<T>> each) {
        return IntStream.range(0, 20).mapToObj(each).toList();
    }
}
