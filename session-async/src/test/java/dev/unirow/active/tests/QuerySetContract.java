package dev.unirow.active.tests;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.set;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.Created;
import dev.unirow.active.QuerySet;
import dev.unirow.active.tests.models.Product;
import dev.unirow.active.tests.models.User;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.testing.EachDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cases of encode/orm's tests of models, and some of our own. */
@EachDatabase
class QuerySetContract extends ActiveContract {
    private static User user(String name) {
        return await(User.objects.create(Map.of("name", name)));
    }

    private static Product product(String name, int rating, boolean inStock) {
        return await(Product.objects.create(new Product(name, rating, inStock)));
    }

    private static void sixProducts() {
        product("T-Shirt", 5, true);
        product("Dress", 4, false);
        product("Coat", 3, true);
        product("100%-Cotton", 3, false);
        product("Cotton-100%-Egyptian", 3, false);
        product("Cotton-100%", 3, false);
    }

    private static List<Long> ids(QuerySet<User> users) {
        return await(users.all()).stream().map(User::id).toList();
    }

    @Test
    void modelsAreEqualByClassAndKey() {
        User one = Models.from(User.class, Map.of("id", 1, "name", "Tom"));
        User again = Models.from(User.class, Map.of("id", 1, "name", "Jane"));
        User two = Models.from(User.class, Map.of("id", 2, "name", "Tom"));
        Product product = Models.from(Product.class, Map.of("id", 1, "name", "Tom"));

        assertThat(one).isEqualTo(again).isNotEqualTo(two).isNotEqualTo(product);
        assertThat(one.pk()).isEqualTo(1L);
        assertThat(one).hasToString("User(id=1, name=\"Tom\")");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> await(User.objects.create(Map.of("name", "Tom", "invalid", "123"))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'invalid'");
        assertThatThrownBy(() -> User.objects.filter("invalid", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> User.objects.orderBy("invalid")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> User.objects.update(Map.of("invalid", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void modelsAreCreatedReadUpdatedAndDeleted() {
        assertThat(await(User.objects.all())).isEmpty();

        User user = await(User.objects.create(Map.of("name", "Tom")));
        assertThat(user.name()).isEqualTo("Tom");
        assertThat(user.pk()).isNotNull();
        assertThat(await(User.objects.all())).containsExactly(user);
        assertThat(await(User.objects.get())).isEqualTo(user);
        assertThat(await(User.objects.get()).language()).isNull();

        await(user.update(Map.of("name", "Jane")));
        assertThat(user.name()).isEqualTo("Jane");
        assertThat(user.pk()).isNotNull();
        assertThat(await(User.objects.all())).containsExactly(user);
        assertThat(await(User.objects.get()).name()).isEqualTo("Jane");

        await(user.delete());
        assertThat(await(User.objects.all())).isEmpty();
    }

    @Test
    void getFailsWithoutAModelAndWithTwo() {
        assertThatThrownBy(() -> await(User.objects.get())).isInstanceOf(NotFoundException.class);

        User tom = user("Tom");
        assertThat(await(User.objects.get())).isEqualTo(tom);

        User jane = user("Jane");
        assertThatThrownBy(() -> await(User.objects.get())).isInstanceOf(MultipleFoundException.class);
        assertThat(await(User.objects.get("pk", jane.id()))).isEqualTo(jane);
        assertThat(await(User.objects.get("pk", jane.id())).pk()).isEqualTo(jane.pk());
    }

    @Test
    void findGivesTheModelWithAKeyOrNull() {
        User tom = user("Tom");

        assertThat(await(User.objects.find(tom.id()))).isEqualTo(tom);
        assertThat(await(User.objects.find(0))).isNull();
        assertThat(await(User.objects.filter("name", "Jane").find(tom.id()))).isNull();
    }

    @Test
    void filtersTakeTheirOperators() {
        user("Tom");
        user("Jane");
        user("Lucy");
        assertThat(await(User.objects.get("name", "Lucy")).name()).isEqualTo("Lucy");
        assertThatThrownBy(() -> await(User.objects.get("name", "Jim"))).isInstanceOf(NotFoundException.class);

        product("T-Shirt", 5, true);
        product("Dress", 4, false);
        product("Coat", 3, true);
        Product shirt = await(Product.objects.get(Map.of("name__iexact", "t-shirt", "rating", 5)));
        assertThat(shirt.rating()).isEqualTo(5);
        assertThat(shirt.pk()).isNotNull();
        assertThat(await(Product.objects
                        .filter(Map.of("rating__gte", 2, "inStock", true))
                        .all()))
                .hasSize(2);
        assertThat(await(Product.objects.filter("name__icontains", "T").all()))
                .extracting(Product::name)
                .containsExactlyInAnyOrder("T-Shirt", "Coat");
    }

    @Test
    void wildcardsInValuesAreOrdinaryCharacters() {
        sixProducts();

        assertThat(await(Product.objects.filter("name__iexact", "100%-cotton").count()))
                .isEqualTo(1);
        assertThat(await(Product.objects.filter("name__contains", "%").count())).isEqualTo(3);
        assertThat(await(Product.objects.filter("name__icontains", "%").count()))
                .isEqualTo(3);
        assertThat(await(Product.objects.exclude("name__iexact", "100%-cotton").count()))
                .isEqualTo(5);
        assertThat(await(Product.objects.exclude("name__contains", "%").count()))
                .isEqualTo(3);
        assertThat(await(Product.objects.exclude("name__icontains", "%").count()))
                .isEqualTo(3);
    }

    @Test
    void orderIsByNamesAndTheirSigns() {
        user("Bob");
        user("Allen");
        user("Bob");

        assertThat(await(User.objects.orderBy("name").all()).get(0).name()).isEqualTo("Allen");
        assertThat(await(User.objects.orderBy("-name").all()).get(2).name()).isEqualTo("Allen");
        assertThat(ids(User.objects.orderBy("name", "-id"))).containsExactly(2L, 3L, 1L);
        assertThat(ids(User.objects.filter("name", "Bob").orderBy("-id"))).containsExactly(3L, 1L);
        assertThat(ids(User.objects.orderBy("id").limit(1))).containsExactly(1L);
        assertThat(ids(User.objects.orderBy("id").limit(1).offset(1))).containsExactly(2L);
    }

    @Test
    void existsTellsWhetherThereIsAny() {
        user("Tom");

        assertThat(await(User.objects.filter("name", "Tom").exists())).isTrue();
        assertThat(await(User.objects.filter("name", "Jane").exists())).isFalse();
    }

    @Test
    void countCounts() {
        user("Tom");
        user("Jane");
        user("Lucy");

        assertThat(await(User.objects.count())).isEqualTo(3);
        assertThat(await(User.objects.filter("name__icontains", "T").count())).isEqualTo(1);
    }

    @Test
    void limitsHoldWhereverTheyStand() {
        user("Tom");
        user("Tom");
        user("Tom");

        assertThat(await(User.objects.limit(2).all())).hasSize(2);
        assertThat(await(User.objects.limit(2).filter("name__iexact", "Tom").all()))
                .hasSize(2);
        assertThat(await(User.objects.limit(0).all())).isEmpty();
        assertThat(ids(User.objects.offset(1).limit(1))).containsExactly(2L);
    }

    @Test
    void firstIsTheFirstByKeyOrNull() {
        User tom = user("Tom");
        User jane = user("Jane");

        assertThat(await(User.objects.first())).isEqualTo(tom);
        assertThat(await(User.objects.filter("name", "Jane").first())).isEqualTo(jane);
        assertThat(await(User.objects.filter("name", "Lucy").first())).isNull();
    }

    @Test
    void searchLooksIntoAllTextColumns() {
        User tom = await(User.objects.create(Map.of("name", "Tom", "language", "English")));
        Product shirt = product("T-Shirt", 5, true);

        assertThat(await(User.objects.search("").first())).isEqualTo(tom);
        assertThat(await(User.objects.search("tom").first())).isEqualTo(tom);
        assertThat(await(User.objects.search("engl").first())).isEqualTo(tom);
        assertThat(await(Product.objects.search("shirt").first())).isEqualTo(shirt);
        assertThat(await(Product.objects.search("%").first())).isNull();
    }

    @Test
    void getOrCreateCreatesOnceAndThenGets() {
        Created<User> first = await(User.objects.getOrCreate(Map.of("name", "Tom"), Map.of("language", "Spanish")));
        assertThat(first.created()).isTrue();
        assertThat(first.model().name()).isEqualTo("Tom");
        assertThat(first.model().language()).isEqualTo("Spanish");

        Created<User> second = await(User.objects.getOrCreate(Map.of("name", "Tom"), Map.of("language", "English")));
        assertThat(second.created()).isFalse();
        assertThat(second.model()).isEqualTo(first.model());
        assertThat(second.model().language()).isEqualTo("Spanish");
    }

    @Test
    void updateOrCreateLetsDefaultsWinOverLookups() {
        Created<User> first = await(
                User.objects.updateOrCreate(Map.of("name", "Tom", "language", "English"), Map.of("name", "Jane")));
        assertThat(first.created()).isTrue();
        assertThat(first.model().name()).isEqualTo("Jane");
        assertThat(first.model().language()).isEqualTo("English");

        Created<User> second = await(
                User.objects.updateOrCreate(Map.of("name", "Jane", "language", "English"), Map.of("name", "Tom")));
        assertThat(second.created()).isFalse();
        assertThat(second.model().name()).isEqualTo("Tom");
        assertThat(await(User.objects.get()).name()).isEqualTo("Tom");
    }

    @Test
    void createDefaultsReplaceTheDefaultsOfANewRow() {
        Created<User> made = await(User.objects.updateOrCreate(
                Map.of("name", "Tom"), Map.of("language", "English"), Map.of("language", "Spanish")));
        assertThat(made.model().language()).isEqualTo("Spanish");

        Created<User> changed = await(User.objects.updateOrCreate(
                Map.of("name", "Tom"), Map.of("language", "English"), Map.of("language", "Spanish")));
        assertThat(changed.model().language()).isEqualTo("English");
    }

    @Test
    void deleteDeletesWhatIsSelected() {
        Product shirt = product("Shirt", 5, false);
        product("Belt", 5, false);
        product("Tie", 5, false);

        assertThat(await(Product.objects.filter("pk", shirt.id()).delete())).isEqualTo(1);
        assertThat(await(Product.objects.count())).isEqualTo(2);
        assertThat(await(Product.objects.delete())).isEqualTo(2);
        assertThat(await(Product.objects.count())).isZero();
    }

    @Test
    void updateChangesWhatIsSelected() {
        Product shirt = product("Shirt", 5, false);
        Product tie = product("Tie", 5, false);

        assertThat(await(Product.objects.filter("pk", shirt.id()).update(Map.of("rating", 3))))
                .isEqualTo(1);
        assertThat(await(Product.objects.get("pk", shirt.id())).rating()).isEqualTo(3);
        assertThat(await(Product.objects.get("pk", tie.id())).rating()).isEqualTo(5);

        assertThat(await(Product.objects.update(set(Product::rating, 3)))).isEqualTo(2);
        assertThat(await(Product.objects.get("pk", tie.id())).rating()).isEqualTo(3);
    }

    @Test
    void updateAndDeleteOfAPageTouchThatPageOnly() {
        user("a");
        user("b");
        user("c");

        assertThat(await(User.objects.orderBy("-name").limit(1).update(Map.of("language", "x"))))
                .isEqualTo(1);
        assertThat(await(User.objects.get("language", "x")).name()).isEqualTo("c");
        assertThat(await(User.objects.orderBy("name").limit(2).delete())).isEqualTo(2);
        assertThat(await(User.objects.get()).name()).isEqualTo("c");
    }

    @Test
    void conditionsFilterAndExclude() {
        User george = user("George");

        assertThat(await(User.objects.where(text(User::name).eq("George")).get()))
                .isEqualTo(george);
        assertThat(await(User.objects.where(col(User::name).isNotNull()).get())).isEqualTo(george);
        assertThat(await(User.objects
                        .where(text(User::name).startswith("G"))
                        .where(text(User::name).endswith("e"))
                        .get()))
                .isEqualTo(george);
        assertThatThrownBy(() ->
                        await(User.objects.exclude(text(User::name).ne("Jack")).get()))
                .isInstanceOf(NotFoundException.class);
        assertThat(await(User.objects.exclude(text(User::name).eq("Jack")).get()))
                .isEqualTo(george);

        product("100%-Cotton", 3, false);
        assertThat(await(Product.objects
                                .where(text(Product::name).contains("Cotton"))
                                .get())
                        .name())
                .isEqualTo("100%-Cotton");
    }

    @Test
    void excludeKeepsRowsWithoutAValue() {
        user("Tom");

        assertThat(await(User.objects.exclude("language", "English").count())).isEqualTo(1);
    }

    @Test
    void aQuerySetIsNeverChanged() {
        user("Tom");
        user("Jane");
        QuerySet<User> all = User.objects.orderBy("id");

        QuerySet<User> some = all.filter("name", "Tom");

        assertThat(await(all.count())).isEqualTo(2);
        assertThat(await(some.count())).isEqualTo(1);
        assertThat(await(all.exclude("name", "Tom").count())).isEqualTo(1);
    }

    @Test
    void valuesAreValidatedOnCreate() {
        String tooLong = "x".repeat(101);

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", "a", "rating", 0),
                Map.of("name", "a", "rating", 6),
                Map.of("name", tooLong, "rating", 3),
                Map.of("name", " ", "rating", 3),
                Map.of("rating", 3))) {
            assertThatThrownBy(() -> await(Product.objects.create(wrong)))
                    .as(wrong.toString())
                    .isInstanceOf(InvalidModelException.class);
        }
        Map<String, Object> nameless = new HashMap<>();
        nameless.put("name", null);
        assertThatThrownBy(() -> await(Product.objects.create(nameless))).isInstanceOf(InvalidModelException.class);
        assertThat(await(Product.objects.count())).isZero();

        Product created = await(Product.objects.create(Map.of("name", " Coat ", "rating", "3")));
        assertThat(created.rating()).isEqualTo(3);
        assertThat(created.name()).isEqualTo("Coat");
    }

    @Test
    void valuesAreValidatedOnUpdate() {
        Product coat = product("Coat", 3, true);

        assertThatThrownBy(() -> Product.objects.update(Map.of("rating", 6)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'rating'");
        assertThatThrownBy(() -> Product.objects.update(set(Product::name, " ")))
                .isInstanceOf(InvalidModelException.class);
        assertThatThrownBy(() -> await(coat.update(Map.of("rating", 6)))).isInstanceOf(InvalidModelException.class);
        assertThat(coat.rating()).isEqualTo(3);
        assertThat(await(Product.objects.get()).rating()).isEqualTo(3);
    }

    @Test
    void createTakesAModelAMapOrAssignments() {
        Product model = new Product("model", 1, false);

        assertThat(await(Product.objects.create(model))).isSameAs(model);
        assertThat(await(Product.objects.create(Map.of("name", "map"))).rating())
                .isNull();
        assertThat(await(Product.objects.create(set(Product::name, "set"), set(Product::rating, 5)))
                        .rating())
                .isEqualTo(5);
        assertThat(await(Product.objects.count())).isEqualTo(3);
    }

    @Test
    void createIsRepeatedByEachSubscription() {
        var creating = User.objects.create(Map.of("name", "Tom"));

        assertThat(await(creating)).isNotEqualTo(await(creating));
        assertThat(await(User.objects.count())).isEqualTo(2);
    }

    @Test
    void bulkCreateInsertsAllOrNone() {
        List<User> users = await(User.objects.bulkCreate(
                List.of(Map.of("name", "Tom"), new User("Jane"), Map.of("id", 77, "name", "Lucy"))));
        assertThat(users).extracting(User::name).containsExactly("Tom", "Jane", "Lucy");
        assertThat(users).extracting(User::id).doesNotContainNull().contains(77L);

        assertThatThrownBy(() -> await(User.objects.bulkCreate(List.of(Map.of("name", "fine"), Map.of("name", " ")))))
                .isInstanceOf(InvalidModelException.class);
        assertThatThrownBy(() -> await(User.objects.bulkCreate(List.of("Tom"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(await(User.objects.bulkCreate(List.of()))).isEmpty();
        assertThat(await(User.objects.count())).isEqualTo(3);
    }
}
