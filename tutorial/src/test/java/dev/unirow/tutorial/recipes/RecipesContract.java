package dev.unirow.tutorial.recipes;

import static dev.unirow.active.Shortcuts.getOrCreate;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.set;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unirow.active.Created;
import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recipes of docs/recipes.md work, on each database. */
@EachDatabase
class RecipesContract {
    private static final Path REVISIONS =
            Path.of(System.getProperty("unirow.root"), "tutorial/src/test/resources/dev/unirow/tutorial/recipes");

    private DatabaseTarget target;
    private Database db;

    @BeforeEach
    void open() {
        db = Database.open(target.newDatabaseUrl(), Article.class, Account.class, Customer.class, Country.class);
        await(db.createAll());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private <T> T stored(T model) {
        return await(db.begin(session -> session.insert(model)));
    }

    private static long count(Database database, Class<?> model) {
        return await(database.read(session -> session.count(select(model))));
    }

    @Test
    void timesAreGivenByJavaByTheDatabaseAndCallbacksFillTheRest() {
        Instant before = Instant.now().minusSeconds(1);
        Article article = stored(new Article("On Rows"));

        assertThat(article.createdAt()).isAfter(before).isBeforeOrEqualTo(Instant.now());
        assertThat(article.storedAt())
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(article.slug()).isEqualTo("on-rows");

        Article changed = await(db.begin(
                session -> session.get(Article.class, article.id()).invoke(found -> found.setTitle("On Many Rows"))));

        assertThat(changed.updatedAt()).isAfter(article.updatedAt());
        assertThat(changed.createdAt()).isEqualTo(article.createdAt());
        assertThat(changed.storedAt()).isEqualTo(article.storedAt());
        assertThat(changed.slug()).isEqualTo("on-many-rows");
    }

    @Test
    void aRevisionSeedsATable() {
        try (Database fresh = Database.builder(target.newDatabaseUrl())
                .models(Country.class)
                .migrations(REVISIONS)
                .migrateOnOpen()
                .open()) {
            assertThat(count(fresh, Country.class)).isEqualTo(Locale.getISOCountries().length);
            Country found = await(fresh.read(session -> session.get(Country.class, "NL")));
            assertThat(found.name()).isEqualTo("Netherlands");

            await(Migrations.of(fresh).withDestructive().downgrade("-1"));
            assertThat(count(fresh, Country.class)).isZero();
        }
    }

    @Test
    void aDeletedCustomerIsFoundNowhereAndItsRowStays() {
        Customer ada = stored(new Customer("Ada"));
        stored(new Customer("Bob"));

        await(db.begin(session -> session.get(Customer.class, ada.id()).chain(session::delete)));

        Customer found = await(db.read(session -> session.find(Customer.class, ada.id())));
        assertThat(found).isNull();
        List<Customer> left = await(db.read(session -> session.all(select(Customer.class))));
        assertThat(left).extracting(Customer::name).containsExactly("Bob");
        // region restore
        Uni<Integer> restored = db.connect(connection ->
                connection.execute("update customer set deleted = ? where id = ?", List.of(false, ada.id())));
        // endregion
        int rows = await(restored);
        assertThat(rows).isOne();
        assertThat(await(db.read(session -> session.get(Customer.class, ada.id())))
                        .name())
                .isEqualTo("Ada");
    }

    @Test
    void eachTenantHasItsDatabase() {
        Map<String, String> urls = Map.of("acme", target.newDatabaseUrl(), "umbrella", target.newDatabaseUrl());
        try (Tenants tenants = new Tenants(urls, REVISIONS, Country.class)) {
            await(tenants.migrate());
            // region tenant
            Uni<Country> stored = tenants.of("acme").begin(session -> session.insert(new Country("XA", "Acmeland")));
            // endregion
            await(stored);

            assertThat(count(tenants.of("acme"), Country.class)).isEqualTo(1 + Locale.getISOCountries().length);
            assertThat(count(tenants.of("umbrella"), Country.class)).isEqualTo(Locale.getISOCountries().length);
            assertThatIllegalArgumentException().isThrownBy(() -> tenants.of("../acme"));
        }
    }

    // region retry
    Uni<Account> deposit(long id, int amount) {
        return db.begin(
                        options().retry(10),
                        session -> session.get(Account.class, id).invoke(account -> account.deposit(amount)))
                .onFailure(StaleModelException.class)
                .retry()
                .atMost(10);
    }
    // endregion

    @Test
    void depositsThatMeetAreAllMade() {
        Account account = stored(new Account());

        await(Uni.join().all(Collections.nCopies(8, deposit(account.id(), 5))).andCollectFailures());

        assertThat(await(db.read(session -> session.get(Account.class, account.id())))
                        .balance())
                .isEqualTo(40);
    }

    // region create
    Uni<Created<Country>> country(String code, String name) {
        return db.begin(session -> getOrCreate(
                session, Country.class, List.of(set(Country::code, code)), List.of(set(Country::name, name))));
    }
    // endregion

    @Test
    void ofManyThatAskForACountryOneMakesIt() {
        List<Created<Country>> made = await(Uni.join()
                .all(Collections.nCopies(8, country("NL", "Netherlands")))
                .andCollectFailures());

        assertThat(made).filteredOn(Created::created).hasSize(1);
        assertThat(made).extracting(each -> each.model().name()).containsOnly("Netherlands");
        assertThat(count(db, Country.class)).isOne();
    }
}
