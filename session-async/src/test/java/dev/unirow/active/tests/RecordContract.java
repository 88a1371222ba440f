package dev.unirow.active.tests;

import static dev.unirow.query.Queries.set;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.tests.models.Account;
import dev.unirow.active.tests.models.Album;
import dev.unirow.active.tests.models.Ledger;
import dev.unirow.active.tests.models.Product;
import dev.unirow.active.tests.models.Track;
import dev.unirow.active.tests.models.User;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.testing.EachDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a model does with its own row, outside of any scope: each call is a transaction. */
@EachDatabase
class RecordContract extends ActiveContract {
    @Test
    void saveInsertsAndThenUpdates() {
        Product product = new Product("Laptop", 4, true);
        await(product.save());
        assertThat(product.id()).isNotNull();

        product.setRating(5);
        await(product.save());

        Product read = await(Product.objects.get());
        assertThat(read.id()).isEqualTo(product.id());
        assertThat(read.rating()).isEqualTo(5);
    }

    @Test
    void saveOfAStoredModelWritesValuesThatWentBackToTheirDefault() {
        awaitAll(Product.objects.create(new Product("Laptop", 4, true)));
        Product read = await(Product.objects.get());

        await(read.setRating(null).setInStock(false).save());

        assertThat(await(Product.objects.get()).rating()).isNull();
        assertThat(await(Product.objects.get()).inStock()).isFalse();
    }

    @Test
    void saveOfAModelMadeByHandWritesOnlyWhatIsSet() {
        awaitAll(User.objects.create(Map.of("id", 7, "name", "Tom", "language", "English")));
        User byHand = Models.from(User.class, Map.of("id", 7, "name", "Jane"));

        await(byHand.save());

        User read = await(User.objects.get());
        assertThat(read.name()).isEqualTo("Jane");
        assertThat(read.language()).isEqualTo("English");
        assertThat(byHand.language()).as("the rest of the row").isEqualTo("English");
    }

    @Test
    void saveOfAModelMadeByHandInsertsWithItsKey() {
        User byHand = Models.from(User.class, Map.of("id", 7, "name", "Jane"));

        await(byHand.save());
        await(byHand.setName("Joan").save());

        assertThat(await(User.objects.get("pk", 7)).name()).isEqualTo("Joan");
    }

    @Test
    void saveKeepsTheVersionInStep() {
        Account account = new Account("a");
        await(account.save());

        await(account.setBalance(1).save());
        await(account.setBalance(2).save());
        await(account.update(Map.of("balance", 3)));
        await(account.setBalance(4).save());

        assertThat(await(Account.objects.get()).balance()).isEqualTo(4);
        assertThat(account.version()).isEqualTo(await(Account.objects.get()).version());
    }

    @Test
    void theVersionOfAModelMappedByGettersIsKeptInStepToo() {
        Ledger ledger = new Ledger();
        await(ledger.save());

        await(ledger.update(Map.of("total", 1)));
        assertThat(ledger.getRevision()).isEqualTo(1);
        ledger.setTotal(2);
        await(ledger.save());

        assertThat(await(Ledger.objects.get("pk", ledger.getId())).getTotal()).isEqualTo(2);
    }

    @Test
    void saveOfAnOutdatedModelIsStale() {
        Account account = new Account("a");
        await(account.save());
        Account other = await(Account.objects.get());
        await(other.setBalance(1).save());

        assertThatThrownBy(() -> await(account.setBalance(2).save())).isInstanceOf(StaleModelException.class);
        Account byHand =
                Models.from(Account.class, Map.of("id", account.id(), "version", account.version(), "name", "b"));
        assertThatThrownBy(() -> await(byHand.save())).isInstanceOf(StaleModelException.class);
        assertThat(await(Account.objects.get()).balance()).isEqualTo(1);
    }

    @Test
    void saveOfAModelWhoseRowIsGoneIsStale() {
        Product product = await(Product.objects.create(new Product("Laptop", 4, true)));
        awaitAll(Product.objects.delete());

        assertThatThrownBy(() -> await(product.setRating(1).save())).isInstanceOf(StaleModelException.class);
        assertThat(await(Product.objects.count())).isZero();
    }

    @Test
    void saveValidates() {
        assertThatThrownBy(() -> await(new Product("Laptop", 9, true).save()))
                .isInstanceOf(InvalidModelException.class);

        Product product = await(Product.objects.create(new Product("Laptop", 4, true)));
        assertThatThrownBy(() -> await(product.setRating(9).save())).isInstanceOf(InvalidModelException.class);
        assertThat(await(Product.objects.get()).rating()).isEqualTo(4);
    }

    @Test
    void saveKeepsAReferenceThatIsNotLoaded() {
        Album album = await(Album.objects.create(new Album("Malibu")));
        awaitAll(Track.objects.create(new Track(album, "The Bird", 1)));
        Track track = await(Track.objects.get());

        await(track.setPosition(2).save());

        Track read = await(Track.objects.selectRelated("album").get());
        assertThat(read.position()).isEqualTo(2);
        assertThat(read.album().name()).isEqualTo("Malibu");
    }

    @Test
    void updateWritesOnlyWhatItIsGiven() {
        Product product = await(Product.objects.create(new Product("Laptop", 4, true)));
        Product other = await(Product.objects.get());
        await(other.update(Map.of("rating", 1)));

        product.setInStock(false);
        await(product.update(set(Product::name, "Desktop")));

        Product read = await(Product.objects.get());
        assertThat(read.name()).isEqualTo("Desktop");
        assertThat(read.rating()).isEqualTo(1);
        assertThat(read.inStock()).isTrue();
        assertThat(product.name()).isEqualTo("Desktop");
        assertThat(product.inStock()).as("what is not saved yet stays").isFalse();
    }

    @Test
    void updateNeedsARow() {
        Product product = await(Product.objects.create(new Product("Laptop", 4, true)));
        awaitAll(Product.objects.delete());

        assertThatThrownBy(() -> await(product.update(Map.of("rating", 1)))).isInstanceOf(NotFoundException.class);
        assertThat(product.rating()).isEqualTo(4);
        assertThatThrownBy(() -> await(new Product("new", 1, true).update(Map.of("rating", 1))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(product.update(Map.of("nonsense", 1))));
    }

    @Test
    void deleteDeletesTheRow() {
        Product product = new Product("Laptop", 4, true);
        await(product.save());

        await(product.delete());

        assertThat(await(Product.objects.count())).isZero();
        assertThatThrownBy(() -> await(product.delete())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> await(new Product("new", 1, true).delete())).isInstanceOf(NotManagedException.class);
    }

    @Test
    void loadReadsTheRowOverWhatWasChanged() {
        Product product = await(Product.objects.create(new Product("Laptop", 4, true)));
        awaitAll(Product.objects.update(Map.of("rating", 1)));

        await(product.setName("changed").load());

        assertThat(product.name()).isEqualTo("Laptop");
        assertThat(product.rating()).isEqualTo(1);
    }

    @Test
    void loadNeedsAKeyAndARow() {
        Product product = await(Product.objects.create(new Product("Laptop", 4, true)));
        awaitAll(Product.objects.delete());

        assertThatThrownBy(() -> await(product.load())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> await(new Product("new", 1, true).load())).isInstanceOf(NotManagedException.class);
    }

    @Test
    void aReferenceSavesAndDeletesTheModelBehindIt() {
        Album album = await(Album.objects.create(new Album("Malibu")));
        awaitAll(Track.objects.create(new Track(album, "The Bird", 1)));
        Track track = await(Track.objects.get());
        await(track.album().load());

        track.album().setName("renamed");
        await(track.album().save());
        assertThat(await(Album.objects.get()).name()).isEqualTo("renamed");

        await(track.album().update(Map.of("name", "again")));
        assertThat(await(Album.objects.get()).name()).isEqualTo("again");
        assertThat(track.album().name()).isEqualTo("again");

        await(track.album().delete());
        assertThat(await(Album.objects.count())).isZero();
    }
}
