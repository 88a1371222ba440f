package dev.unirow.session.tests.query;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.sql.SqlStatement;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Everything;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is bound to a session's SQL, and what is refused before anything is sent. */
@EachDatabase
class SqlParametersContract extends DatabaseContract {
    private static final String HOSTILE = "'; drop table tag; -- ? :x $1 \" \\ %";

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Tag.class, Everything.class};
    }

    private int execute(String sql, UnaryOperator<SqlStatement> binding) {
        return await(db.begin(session -> binding.apply(session.sql(sql)).execute()));
    }

    private String textOf(String label) {
        return await(db.read(session -> session.sql("select text from tag where label = :label")
                .bind("label", label)
                .as(String.class)
                .oneOrNull()));
    }

    @Test
    void namesAndQuestionMarksAreBoundOnEveryDatabase() {
        execute(
                "insert into tag (label, text) values (:label, :text)",
                s -> s.bind("label", "a").bind("text", HOSTILE));
        execute("insert into tag (label, text) values (?, ?)", s -> s.bindAll(HOSTILE, null));
        execute("insert into tag (label, text) values (:text, :text)", s -> s.bind(Map.of("text", "same")));

        assertThat(textOf("a")).isEqualTo(HOSTILE);
        assertThat(textOf(HOSTILE)).isNull();
        assertThat(textOf("same")).isEqualTo("same");
    }

    @Test
    void whatOnlyLooksLikeAParameterIsNone() {
        execute("insert into tag (label, text) values (':no', '?')", s -> s);

        String found = await(db.read(session -> session.sql(
                        "select text /* :no ? */ from tag where label = ':no' and text = cast(:mark as char(1)) -- :no ?\n")
                .bind("mark", "?")
                .as(String.class)
                .one()));

        assertThat(found).isEqualTo("?");
    }

    @Test
    void aListStandsForItsElements() {
        execute("insert into tag (label) values ('a'), ('b'), ('c')", s -> s);

        List<String> found = await(db.read(
                session -> session.sql("select label from tag where label in (:labels) and label <> :no order by label")
                        .bind("labels", List.of("a", "c", "d"))
                        .bind("no", "b")
                        .as(String.class)
                        .all()));

        assertThat(found).containsExactly("a", "c");
    }

    @Test
    @Requires(Capability.NAMED_ENUM_TYPES) // as arrays are
    void anArrayIsOneValue() {
        execute("insert into tag (label) values ('a'), ('b'), ('c')", s -> s);

        List<String> found =
                await(db.read(session -> session.sql("select label from tag where label = any(:labels) order by label")
                        .bind("labels", new String[] {"a", "c"})
                        .as(String.class)
                        .all()));

        assertThat(found).containsExactly("a", "c");
    }

    @Test
    void valuesAreBoundAsThoseOfModels() {
        Everything every = new Everything();
        every.name = "all";
        every.done = true;
        every.large = 1L << 40;
        every.ratio = 0.25;
        every.price = new BigDecimal("12.50");
        every.date = LocalDate.of(2026, 11, 20);
        every.time = LocalTime.of(9, 30, 1);
        every.dateTime = LocalDateTime.of(2026, 11, 20, 9, 30, 1);
        every.instant = Instant.parse("2026-11-20T09:30:01Z");
        every.uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        every.status = Everything.Status.RELEASED;
        every.bytes = new byte[] {1, 2, 3};
        await(db.begin(session -> session.insert(every)));

        Everything found = await(db.read(session -> session.sql("select id from everything where name = :name"
                        + " and done = :done and large = :large and ratio = :ratio and price = :price and date = :date"
                        + " and time = :time and date_time = :dateTime and instant = :instant and uuid = :uuid"
                        + " and status = :status and bytes = :bytes")
                .bind("name", "all")
                .bind("done", true)
                .bind("large", every.large)
                .bind("ratio", every.ratio)
                .bind("price", every.price)
                .bind("date", every.date)
                .bind("time", every.time)
                .bind("dateTime", every.dateTime)
                .bind("instant", every.instant)
                .bind("uuid", every.uuid)
                .bind("status", every.status)
                .bind("bytes", every.bytes)
                .as(Everything.class)
                .one()));

        assertThat(found.instant).isEqualTo(every.instant);
        assertThat(found.uuid).isEqualTo(every.uuid);
    }

    @Test
    void valuesAreWrittenAsThoseOfModels() {
        Instant instant = Instant.parse("2026-11-20T09:30:01Z");
        UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
        BigDecimal price = new BigDecimal("12.50");
        execute(
                "insert into everything (name, instant, uuid, price, status, data, bytes)"
                        + " values (:name, :instant, :uuid, :price, :status, :data, :none)",
                s -> s.bind("name", "written")
                        .bind("instant", instant)
                        .bind("uuid", uuid)
                        .bind("price", price)
                        .bind("status", Everything.Status.DRAFT)
                        .bind(
                                "data",
                                Map.of("size", new BigDecimal("1.23456789012345678901"), "tags", List.of(HOSTILE)))
                        .bind("none", null));
        execute(
                "insert into everything (name, data) values (?, ?)",
                s -> s.bindAll("node", JsonNodeFactory.instance.objectNode().put("a", 1)));

        Everything found = await(db.read(session -> session.sql("select * from everything where name = 'written'")
                .as(Everything.class)
                .one()));
        Everything node = await(db.read(session -> session.sql("select id from everything where name = 'node'")
                .as(Everything.class)
                .one()));

        assertThat(found.instant).isEqualTo(instant);
        assertThat(found.uuid).isEqualTo(uuid);
        assertThat(found.price).isEqualByComparingTo(price);
        assertThat(found.status).isEqualTo(Everything.Status.DRAFT);
        assertThat(found.bytes).isNull();
        assertThat(found.data.get("tags")).isEqualTo(List.of(HOSTILE));
        assertThat(node.data).containsEntry("a", 1);
    }

    @Test
    void aMissingASuperfluousAndAMisspelledParameterAreRefusedAtTheCall() {
        AsyncSession session = db.session();
        try (CapturedLog log = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            SqlStatement statement = session.sql("select text from tag where label = :label and text <> :text");

            assertRefused(() -> statement.bind("lable", "a"))
                    .hasMessage("The statement has no parameter ':lable'. Did you mean 'label'? It has :label, :text.");
            assertRefused(() -> statement.bind("label", "a").as(String.class).all())
                    .hasMessage("No value was given for ':text'. Given: label. A colon that begins no name is written "
                            + "'\\:'.");
            assertRefused(() -> statement.bindAll("a", "b"))
                    .hasMessage("The parameters of the statement have names: bind each by bind(name, value).");
            assertRefused(() -> statement.bind("label", "a").execute()).hasMessageStartingWith("No value was given");
            assertRefused(() -> statement.as(Tag.class).stream()).hasMessageStartingWith("No value was given");
            SqlStatement marks = session.sql("select text from tag where label = ? and text <> ?");
            assertRefused(() -> marks.bindAll("a")).hasMessage("The statement has 2 parameters and was given 1 value.");
            assertRefused(() -> marks.asMaps().all())
                    .hasMessage("The statement has 2 parameters and was given 0 values.");
            assertRefused(() -> marks.bind("a", "b"))
                    .hasMessage("The statement has no parameter ':a'. It has none with a name.");

            await(session.flush());
            assertThat(log.lines()).isEmpty();
        }
        await(session.close());
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesThatNoDatabaseShouldGetAreRefused() {
        AsyncSession session = db.session();
        SqlStatement statement = session.sql("select text from tag where label in (:label)");

        assertRefused(() -> statement.bind("label", "a\0b")).hasMessageContaining("NUL");
        assertRefused(() -> statement.bind("label", List.of("a", "b\0"))).hasMessageContaining("NUL");
        assertRefused(() -> statement.bind("label", List.of())).hasMessageContaining("':label' is empty");
        assertRefused(() -> await(statement
                        .bind("label", new StringBuilder("secret"))
                        .as(String.class)
                        .all()))
                .hasMessage(
                        "A value of the class java.lang.StringBuilder cannot be bound to SQL: no column has that type. "
                                + "Bind what it is stored as, a text or a number.");
        await(session.close());
    }

    @Test
    void aStatementIsAValueThatPrintsItsTextAlone() {
        AsyncSession session = db.session();
        String sql = "select label from tag where label in (:labels) order by label";
        SqlStatement statement = session.sql(sql);
        List<String> labels = new ArrayList<>(Arrays.asList("a", "b"));
        SqlStatement bound = statement.bind("labels", labels);
        labels.add("c");
        execute("insert into tag (label) values ('a'), ('b'), ('c')", s -> s);

        var all = bound.as(String.class).all();
        assertThat(await(all)).containsExactly("a", "b");
        assertThat(await(all)).containsExactly("a", "b");
        assertThat(await(bound.bind("labels", "c").as(String.class).all())).containsExactly("c");
        assertThat(await(bound.as(String.class).all())).containsExactly("a", "b");
        assertThat(bound).hasToString(sql);
        assertRefused(() -> statement.as(String.class).all());
        await(session.close());
    }

    @Test
    void parametersOfTwoKindsAndOfOneDatabaseAloneAreRefused() {
        AsyncSession session = db.session();

        switch (target.kind()) {
            case POSTGRESQL ->
                assertRefused(() -> session.sql("select $1"))
                        .hasMessage(
                                "The statement has a parameter '$1': write '?' or ':name', which every database takes.");
            case MARIADB ->
                assertRefused(() -> session.sql("select ? + :n")).hasMessageContaining("write each as ':name'");
            case SQLITE_FILE, SQLITE_MEMORY -> {
                assertRefused(() -> session.sql("select ? + :n")).hasMessageContaining("write each as ':name'");
                assertRefused(() -> session.sql("select @n")).hasMessageContaining("'@n'");
                assertRefused(() -> session.sql("select ?2")).hasMessageContaining("'?2'");
            }
        }
        await(session.close());
    }

    @Test
    void nullsAreBoundByNameToo() {
        Map<String, Object> values = new HashMap<>();
        values.put("label", "a");
        values.put("text", null);
        execute("insert into tag (label, text) values (:label, :text)", s -> s.bind(values));

        assertThat(textOf("a")).isNull();
    }
}
