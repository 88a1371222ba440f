package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unirow.active.tests.models.Article;
import dev.unirow.active.tests.models.Visitor;
import dev.unirow.testing.EachDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The cases of encode/orm's tests of columns. */
@EachDatabase
class ColumnsContract extends ActiveContract {
    @Test
    void whatIsNotGivenHasItsDefault() {
        LocalDateTime before = LocalDateTime.now().minusSeconds(1);
        Article made = await(Article.objects.create());

        Article read = await(Article.objects.get("pk", made.pk()));

        assertThat(read.created()).isBetween(before, LocalDateTime.now().plusSeconds(1));
        assertThat(read.updated()).isBetween(before, LocalDateTime.now().plusSeconds(1));
        assertThat(read.createdDay()).isBetween(before.toLocalDate(), LocalDate.now());
        // PostgreSQL rounds to the second, as the column says; SQLite keeps the rest
        assertThat(read.createdTime()).isCloseTo(made.createdTime(), within(1, ChronoUnit.SECONDS));
        assertThat(read.createdDate()).isBetween(before.toLocalDate(), LocalDate.now());
        assertThat(read.updatedDate()).isBetween(before.toLocalDate(), LocalDate.now());
        assertThat(read.data()).isEmpty();
        assertThat(read.description()).isEmpty();
        assertThat(read.hugeNumber()).isZero();
        assertThat(read.price()).isNull();
        assertThat(read.status()).isEqualTo(Article.Status.DRAFT);
        assertThat(read.value()).isNull();
        assertThat(read.uuid()).isNull();
    }

    private static final Map<String, Object> VALUES = Map.of(
            "data",
            Map.of("foo", 123),
            "value",
            123.456,
            "status",
            Article.Status.RELEASED,
            "price",
            new BigDecimal("999.99"),
            "uuid",
            UUID.fromString("01175cde-c18f-4a13-a492-21bd9e1cb01b"));

    private static void assertValues(Article read) {
        assertThat(read.data()).isEqualTo(Map.of("foo", 123));
        assertThat(read.value()).isEqualTo(123.456);
        assertThat(read.status()).isEqualTo(Article.Status.RELEASED);
        assertThat(read.price()).isEqualTo(new BigDecimal("999.99"));
        assertThat(read.uuid()).isEqualTo(UUID.fromString("01175cde-c18f-4a13-a492-21bd9e1cb01b"));
    }

    @Test
    void aDrawnKeyIsThereAfterCreate() {
        Visitor visitor = await(Visitor.objects.create());
        assertThat(visitor.pk()).isInstanceOf(UUID.class);

        Visitor read = await(Visitor.objects.get());
        assertThat(read.name()).isNull();
        awaitAll(read.update(Map.of("name", "Chris")));

        assertThat(await(Visitor.objects.get("pk", visitor.id())).name()).isEqualTo("Chris");
    }

    @Test
    void updateOfAModelWritesEveryKindOfColumn() {
        Article article = await(Article.objects.create());

        await(article.update(VALUES));

        assertValues(article);
        assertValues(await(Article.objects.get()));
    }

    @Test
    void updateOfAQuerySetWritesEveryKindOfColumn() {
        awaitAll(Article.objects.create());

        assertThat(await(Article.objects.update(VALUES))).isEqualTo(1);

        assertValues(await(Article.objects.get()));
    }

    @Test
    void insertWithAGivenKeyWritesEveryKindOfColumn() {
        Map<String, Object> values = new HashMap<>(VALUES);
        values.put("pk", 4711);

        awaitAll(Article.objects.create(values));

        assertValues(await(Article.objects.get("pk", 4711)));
    }

    @Test
    void updateMovesTheTimeOfTheUpdate() {
        Article article = await(Article.objects.create());
        LocalDateTime first = article.updated();

        await(article.update(Map.of("data", Map.of("foo", 1234))));
        LocalDateTime second = article.updated();
        awaitAll(Article.objects.update(Map.of("hugeNumber", 5_000_000_000L)));
        Article read = await(Article.objects.get());

        assertThat(second).isAfter(first);
        assertThat(read.updated()).isAfter(second);
        assertThat(read.hugeNumber()).isEqualTo(5_000_000_000L);
        assertThat(read.created()).isBeforeOrEqualTo(second);
    }

    @Test
    void bulkCreateWritesEveryKindOfColumn() {
        awaitAll(Article.objects.bulkCreate(List.of(
                Map.of("data", Map.of("foo", 123), "value", 123.456, "status", "RELEASED"),
                Map.of("data", Map.of("foo", 456), "value", 456.789, "status", "DRAFT"))));

        List<Article> articles = await(Article.objects.orderBy("id").all());

        assertThat(articles).extracting(Article::data).containsExactly(Map.of("foo", 123), Map.of("foo", 456));
        assertThat(articles).extracting(Article::value).containsExactly(123.456, 456.789);
        assertThat(articles).extracting(Article::status).containsExactly(Article.Status.RELEASED, Article.Status.DRAFT);
    }
}
