package dev.unirow.query.tests;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.or;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.set;
import static dev.unirow.query.Queries.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.unirow.query.HqlMutation;
import dev.unirow.query.tests.models.Album;
import dev.unirow.query.tests.models.Person;
import dev.unirow.query.tests.models.Product;
import dev.unirow.query.tests.models.Track;
import org.junit.jupiter.api.Test;

class MutationTest {
    @Test
    void updatesSetTheirColumnsInOrder() {
        HqlMutation mutation = HqlMutation.of(update(Product.class)
                .set(Product::price, 9)
                .set(Product::price, 9.5)
                .set(Product::description, null)
                .set("rating", "3")
                .set(set(Product::inStock, true))
                .set("price", 10)
                .where(number(Product::id).eq(7)));
        assertThat(mutation.hql())
                .isEqualTo("update Product e set e.price = :p1, e.description = null, e.rating = :p2, e.inStock = :p3"
                        + " where e.id = :p4");
        assertThat(mutation.parameters())
                .containsExactly(entry("p1", 10.0), entry("p2", 3), entry("p3", true), entry("p4", 7L));
    }

    @Test
    void conditionsAcrossReferencesChooseTheirRowsInASubquery() {
        assertThat(update(Track.class)
                        .set(Track::position, 1)
                        .where(or(ref(Track::album).text(Album::name).eq("a"), lookup("position", 2)))
                        .toString())
                .isEqualTo("update Track e set e.position = :p1 where e.id in"
                        + " (select k.id from Track k left join k.album k1 where k1.name = :p2 or k.position = :p3)");
        assertThat(delete(Track.class)
                        .where(ref(Track::album).text(Album::name).ne("a"))
                        .toString())
                .isEqualTo("delete from Track e where e.id in"
                        + " (select k.id from Track k left join k.album k1 where (k1.name <> :p1 or k1.name is null))");
        assertThat(delete(Track.class).where(ref(Track::album).eq(1)).toString())
                .isEqualTo("delete from Track e where e.album.id = :p1");
        assertThat(delete(Track.class).toString()).isEqualTo("delete from Track e");
    }

    @Test
    void whatAStatementSelectsIsChangedOrDeleted() {
        assertThat(delete(select(Track.class).filter("album__name", "a").orderBy("title"))
                        .toString())
                .isEqualTo("delete from Track e where e.id in"
                        + " (select k.id from Track k left join k.album k1 where k1.name = :p1)");
        assertThat(update(select(Product.class)
                                .filter("rating", 1)
                                .orderBy("-name")
                                .limit(2))
                        .set(Product::rating, 2)
                        .toString())
                .isEqualTo("update Product e set e.rating = :p1 where e.id in (select p.id from (select s1.id as id"
                        + " from Product s1 where s1.rating = :p2 order by unirow_binary(s1.name) desc limit 2) p)");
    }

    @Test
    void referencesAreSetByModelOrKey() {
        HqlMutation mutation = HqlMutation.of(update(Track.class).set("album", 5));
        assertThat(mutation.hql()).isEqualTo("update Track e set e.album.id = :p1");
        assertThat(mutation.parameters()).containsExactly(entry("p1", 5L));
        assertThat(update(Track.class).set(Track::album, null).toString())
                .isEqualTo("update Track e set e.album.id = null");
    }

    @Test
    void modelsWithAVersionAreUpdatedVersioned() {
        assertThat(update(Person.class).set(Person::email, "x").toString())
                .isEqualTo("update versioned Person e set e.email = :p1");
        assertThat(update(Person.class).set(Person::version, 2).toString())
                .isEqualTo("update Person e set e.version = :p1");
    }

    @Test
    void anUpdateThatSetsNothingIsRefused() {
        assertThatThrownBy(() -> HqlMutation.of(update(Product.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The update of 'Product' sets nothing. Call set(…) before it runs.");
    }

    @Test
    void whatAnUpdateCannotSetIsRefused() {
        assertThatThrownBy(() -> update(Product.class).set("id", 1))
                .hasMessage("'id' of 'Product' cannot be set by an update: it is the key.");
        assertThatThrownBy(() -> update(Album.class).set("tracks", null))
                .hasMessage("'tracks' of 'Album' cannot be set by an update: it is a collection.");
        assertThatThrownBy(() -> update(Product.class).set("name", 1))
                .hasMessage("'name' of 'Product' takes a value of type String; a Integer was given that does not stand"
                        + " for one exactly.");
    }

    @Test
    void anAssignmentTellsItsNameAndValue() {
        assertThat(set(Product::inStock, true).name(Product.class)).isEqualTo("inStock");
        assertThat(set(Product::inStock, true).value()).isEqualTo(true);
    }
}
