package dev.unirow.query.tests;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.unirow.query.HqlQuery;
import dev.unirow.query.Select;
import dev.unirow.query.tests.models.Album;
import dev.unirow.query.tests.models.Product;
import dev.unirow.query.tests.models.Track;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import org.hibernate.query.Order;
import org.hibernate.query.range.Range;
import org.hibernate.query.restriction.Path;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.Test;

/** Hibernate's restrictions and orders, read by the rules of our conditions. */
class RestrictionTest {
    private static final Select<Product> PRODUCTS = select(Product.class);

    private static Restriction<Product> restrict(String attribute, Range<?> range) {
        return Restriction.restrict(Product.class, attribute, range);
    }

    private static String where(Restriction<Product> restriction) {
        return PRODUCTS.where(restriction).toString().substring("select e from Product e where ".length());
    }

    @Test
    void eachRangeBecomesTheSameConditionAsOurs() {
        assertThat(where(restrict("name", Range.singleValue("x")))).isEqualTo("e.name = :p1");
        assertThat(where(restrict("name", Range.singleCaseInsensitiveValue("X"))))
                .isEqualTo("unirow_fold(e.name) = :p1");
        assertThat(where(restrict("rating", Range.valueList(List.of(1, 2))))).isEqualTo("e.rating in :p1");
        assertThat(where(restrict("rating", Range.greaterThan(1)))).isEqualTo("e.rating > :p1");
        assertThat(where(restrict("rating", Range.greaterThanOrEqualTo(1)))).isEqualTo("e.rating >= :p1");
        assertThat(where(restrict("rating", Range.lessThan(1)))).isEqualTo("e.rating < :p1");
        assertThat(where(restrict("rating", Range.lessThanOrEqualTo(1)))).isEqualTo("e.rating <= :p1");
        assertThat(where(restrict("rating", Range.closed(1, 2)))).isEqualTo("e.rating between :p1 and :p2");
        assertThat(where(restrict("rating", Range.open(1, 2)))).isEqualTo("e.rating > :p1 and e.rating < :p2");
        assertThat(where(restrict("rating", Range.notNull(Integer.class)))).isEqualTo("e.rating is not null");
        assertThat(where(restrict("rating", Range.empty(Integer.class)))).isEqualTo("1 = 0");
        assertThat(PRODUCTS.where(restrict("rating", Range.full(Integer.class))).toString())
                .isEqualTo("select e from Product e");
    }

    @Test
    void patternsAreReadWithTheirEscapes() {
        HqlQuery<Product> query = HqlQuery.all(PRODUCTS.where(restrict("name", Range.containing("100%_\\x"))));
        assertThat(query.hql()).isEqualTo("select e from Product e where locate(:p1, e.name) > 0");
        assertThat(query.parameters()).containsExactly(entry("p1", "100%_\\x"));
        assertThat(where(restrict("name", Range.prefix("x")))).isEqualTo("left(e.name, :p1) = :p2");
        assertThat(where(restrict("name", Range.suffix("X", false))))
                .isEqualTo("right(unirow_fold(e.name), :p1) = :p2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> where(restrict("name", Range.pattern("a_b%c"))))
                .withMessage("A restriction of Hibernate asks for a pattern with wildcards inside, which is not"
                        + " understood here. Run it as HQL.");
    }

    @Test
    void restrictionsCombineAndNegateByOurRules() {
        Restriction<Product> either = Restriction.any(
                restrict("rating", Range.singleValue(1)),
                Restriction.all(restrict("name", Range.singleValue("x")), restrict("rating", Range.greaterThan(3))));
        assertThat(where(either)).isEqualTo("e.rating = :p1 or (e.name = :p2 and e.rating > :p3)");
        assertThat(where(either.negated()))
                .isEqualTo("(e.rating <> :p1 or e.rating is null)"
                        + " and (e.name <> :p2 or (e.rating <= :p3 or e.rating is null))");
        assertThat(PRODUCTS.where(Restriction.unrestricted()).toString()).isEqualTo("select e from Product e");
    }

    @Test
    void pathsJoinLeft() {
        Restriction<Track> onMalibu = Path.from(Track.class)
                .to("album", Album.class)
                .to("name", String.class)
                .restrict(Range.singleValue("Malibu"));
        assertThat(select(Track.class)
                        .where(onMalibu)
                        .where(number(Track::position).gt(1))
                        .toString())
                .isEqualTo("select e from Track e left join e.album e1 where e1.name = :p1 and e.position > :p2");
        assertThat(delete(Track.class).where(onMalibu).toString())
                .isEqualTo("delete from Track e where e.id in"
                        + " (select k.id from Track k left join k.album k1 where k1.name = :p1)");
        assertThat(update(Track.class).set(Track::position, 1).where(onMalibu).toString())
                .isEqualTo("update Track e set e.position = :p1 where e.id in"
                        + " (select k.id from Track k left join k.album k1 where k1.name = :p2)");
    }

    @Test
    void whatIsNotHibernatesOwnIsRefused() {
        Restriction<Product> own = new Restriction<>() {
            @Override
            public Restriction<Product> negated() {
                return this;
            }

            @Override
            public Predicate toPredicate(Root<? extends Product> root, CriteriaBuilder builder) {
                return builder.isTrue(root.get("inStock"));
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRODUCTS.where(own))
                .withMessage("A restriction of Hibernate asks for 'isTrue', which is not understood here. Write it as a"
                        + " condition, or run it as HQL.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRODUCTS.where(restrict("nme", Range.singleValue("x"))))
                .withMessageContaining("Did you mean 'name'?");
    }

    @Test
    void ordersAreTaken() {
        assertThat(PRODUCTS.orderBy(
                                Order.desc(Product.class, "name"),
                                Order.asc(Product.class, "rating").withNullsLast(),
                                Order.asc(Product.class, "description").ignoringCase())
                        .toString())
                .isEqualTo("select e from Product e order by unirow_binary(e.name) desc, e.rating nulls last,"
                        + " unirow_fold(e.description) nulls first");
    }
}
