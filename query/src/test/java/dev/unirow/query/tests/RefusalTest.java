package dev.unirow.query.tests;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.exists;
import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.query.Accessor;
import dev.unirow.query.Select;
import dev.unirow.query.tests.models.Album;
import dev.unirow.query.tests.models.Member;
import dev.unirow.query.tests.models.Product;
import dev.unirow.query.tests.models.Seat;
import dev.unirow.query.tests.models.Track;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What does not fit is refused where it is written, in a sentence. */
class RefusalTest {
    private static final Select<Product> PRODUCTS = select(Product.class);
    private static final Select<Track> TRACKS = select(Track.class);

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void unknownNamesListTheKnownAndTheNearest() {
        String known = " It has: id, name, rating, price, inStock, description, status.";
        refused(
                () -> PRODUCTS.filter("in_stock", true),
                "'Product' has no attribute 'in_stock'. Did you mean 'inStock'?" + known);
        refused(() -> PRODUCTS.orderBy("-nmae"), "'Product' has no attribute 'nmae'. Did you mean 'name'?" + known);
        refused(() -> PRODUCTS.where(col("zebra").eq(1)), "'Product' has no attribute 'zebra'." + known);
        refused(() -> PRODUCTS.where(col(Product::note).eq("x")), "'Product' has no attribute 'note'." + known);
        refused(
                () -> TRACKS.fetch("albun"),
                "'Track' has no attribute 'albun'. Did you mean 'album'?"
                        + " It has: id, title, position, album, reissue.");
        refused(
                () -> TRACKS.filter("album__nam__iexact", "x"),
                "'Album' has no attribute 'nam'. Did you mean 'name'? It has: id, name, tracks.");
    }

    @Test
    void unknownOperatorsListTheKnownAndTheNearest() {
        refused(
                () -> PRODUCTS.filter("name__icontain", "x"),
                "'icontain' is no operator for 'name' of 'Product'. Did you mean 'icontains'? There are: exact, iexact,"
                        + " contains, icontains, startswith, istartswith, endswith, iendswith, lt, lte, gt, gte, in,"
                        + " range, isnull.");
        refused(
                () -> PRODUCTS.filter("name__contains__x", "x"),
                "'name' of 'Product' is no reference, so nothing follows it. It is of type String.");
    }

    @Test
    void valuesOfAnotherTypeAreRefusedWithoutBeingShown() {
        refused(
                () -> PRODUCTS.filter("rating", "secret"),
                "'rating' of 'Product' takes a value of type Integer; a String was given that does not stand for one"
                        + " exactly.");
        refused(
                () -> PRODUCTS.where(number(Product::rating).gt(1.5)),
                "'rating' of 'Product' takes a value of type Integer; a Double was given that does not stand for one"
                        + " exactly.");
        refused(
                () -> PRODUCTS.filter("rating", true),
                "'rating' of 'Product' takes a value of type Integer; a Boolean was given that does not stand for one"
                        + " exactly.");
        refused(
                () -> PRODUCTS.filter("status", "GONE"),
                "'status' of 'Product' takes one of [DRAFT, RELEASED] and was compared with another text.");
        refused(
                () -> PRODUCTS.filter("rating__gt", null),
                "'gt' on 'rating' of 'Product' needs a value, and null is none.");
        refused(
                () -> PRODUCTS.filter("rating__in", 1),
                "'in' on 'rating' of 'Product' needs a collection or an array of values.");
        refused(
                () -> PRODUCTS.filter("rating__range", List.of(1)),
                "'range' on 'rating' of 'Product' needs two values, the least and the most; 1 were given.");
    }

    @Test
    void operatorsThatDoNotFitTheColumnAreRefused() {
        refused(
                () -> PRODUCTS.filter("rating__contains", "1"),
                "'contains' does not work on 'rating' of 'Product', which is of type Integer.");
        refused(
                () -> PRODUCTS.where(col(Product::inStock).gt(true)),
                "'gt' does not work on 'inStock' of 'Product', which is of type Boolean.");
        refused(
                () -> TRACKS.filter("album__gt", 1),
                "'gt' does not work on 'album' of 'Track', which is of type Album.");
    }

    @Test
    void collectionsAndEmbeddedAttributesAreNotCompared() {
        refused(
                () -> select(Album.class).filter("tracks", 1),
                "'tracks' of 'Album' is a collection and cannot be compared. Use exists(…) or HQL.");
        refused(
                () -> select(Album.class).filter("tracks__title", "x"),
                "'tracks' of 'Album' is a collection, and names do not reach into collections. Use exists(…) or HQL.");
        refused(
                () -> select(Member.class).filter("address", new Member.Address()),
                "'address' of 'Member' is made of several columns and cannot be compared. Name one of its attributes.");
        refused(
                () -> select(Member.class).orderBy("address"),
                "A statement cannot be ordered by 'address' of 'Member', which is made of several columns. Name one of"
                        + " them.");
        refused(
                () -> PRODUCTS.fetch(Product::name),
                "'name' of 'Product' is neither a reference nor a collection: it is always loaded.");
    }

    @Test
    void referencesTakeModelsThatHaveTheirKeyAndKeys() {
        refused(
                () -> TRACKS.where(ref(Track::album).eq(new Album("new"))),
                "The 'Album' given for 'album' of 'Track' has no key yet. Add it and flush the session first.");
        refused(
                () -> TRACKS.where(ref(Track::album).eq(new Product("x", 1, true))),
                "'album' of 'Track' takes a value of type Long; a Product was given that does not stand for one"
                        + " exactly.");
    }

    @Test
    void subqueriesMustFitTheirReferenceOrCollection() {
        refused(
                () -> TRACKS.where(ref("album").in(select(Product.class))),
                "'album' of 'Track' does not refer to a 'Product', so it is in no selection of them.");
        refused(
                () -> select(Album.class).where(exists(Album::tracks, lookup("nme", 1))),
                "'Track' has no attribute 'nme'. It has: id, title, position, album, reissue.");
    }

    @Test
    void nulIsRefusedBeforeItIsSent() {
        refused(
                () -> PRODUCTS.where(text(Product::name).contains("a\0b")),
                "A text for 'name' of 'Product' contains the character NUL, which databases do not store. Remove it.");
        refused(
                () -> PRODUCTS.search("\0"),
                "A text for 'name' of 'Product' contains the character NUL, which databases do not store. Remove it.");
    }

    @Test
    void columnsAreMethodReferences() {
        refused(
                () -> PRODUCTS.where(col((Product product) -> product.name()).eq("x")),
                "A column is named by a lambda expression in dev.unirow.query.tests.RefusalTest."
                        + " Write a method reference such as Pet::name.");
    }

    @Test
    void columnsAreNotNamedByObjectsThatPretend() {
        Accessor<Product, String> pretender = new Accessor<>() {
            @Override
            public String get(Product product) {
                return product.name();
            }
        };
        refused(
                () -> PRODUCTS.where(col(pretender).eq("x")),
                "A column is named by an object of dev.unirow.query.tests.RefusalTest$1."
                        + " Write a method reference such as Pet::name.");
    }

    @Test
    void aKeyOfSeveralAttributesHasNoOneName() {
        refused(
                () -> select(Seat.class).filter("pk", 1),
                "'pk' of 'Seat' is not one attribute: it has a key of 2 attributes: [row, number]. Name the"
                        + " attributes.");
    }

    @Test
    void aMetamodelAttributeThatIsNullIsRefusedByTheStatementWithThePlaceItCameFrom() {
        SingularAttribute<Product, String> beforeBoot = null;
        var condition = text(beforeBoot).eq("x");
        Throwable refusal = catchThrowable(() -> PRODUCTS.where(condition));
        assertThat(refusal)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A column of 'Product' is named by a metamodel attribute that was null: the attributes of a"
                        + " class such as Pet_ are filled in when the database is opened. Open it first, or write"
                        + " Pet::name.");
        assertThat(refusal.getCause().getStackTrace())
                .anyMatch(frame -> frame.getMethodName().startsWith("aMetamodelAttribute"));
    }

    @Test
    void limitsAndOffsetsAreNotNegative() {
        refused(() -> PRODUCTS.limit(-1), "The limit of a statement is -1, and must not be negative.");
        refused(() -> PRODUCTS.offset(-1), "The offset of a statement is -1, and must not be negative.");
    }

    @Test
    void onlyModelsAreSelected() {
        refused(
                () -> select(String.class),
                "'java.lang.String' is not a model: it has no @Entity annotation of jakarta.persistence.");
        refused(
                () -> PRODUCTS.where(lookup("", 1)),
                "'Product' has no attribute ''. It has: id, name, rating, price, inStock, description, status.");
    }
}
