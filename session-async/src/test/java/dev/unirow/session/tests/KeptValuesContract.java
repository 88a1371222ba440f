package dev.unirow.session.tests;

import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.Shortcuts;
import dev.unirow.model.InvalidModelException;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.models.Ledger;
import dev.unirow.session.tests.models.Ledger.Label;
import dev.unirow.session.tests.models.Ledger.Money;
import dev.unirow.session.tests.models.Ledger.Note;
import dev.unirow.session.tests.models.Ledger.Price;
import dev.unirow.session.tests.models.Ledger.Remarks;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What is written is what is read, on every database; or it is refused before it is sent, whichever way it goes. */
@EachDatabase
class KeptValuesContract extends DatabaseContract {
    private static final String NUL = "a\0b";
    private static final String HALF = "a\ud83db";

    /** What a column cannot keep, and the attribute that is to be named. */
    private record Misfit(String path, String problem, Consumer<Ledger> set) {}

    private static final String FINER = "has more digits after the point, which column";
    private static final String LARGER = "has more digits before the point, which column";
    private static final String YEARS = "lies outside of the years 1 to 9999, which column";
    private static final String REAL = "is not a finite number, which column";
    private static final String ZERO = "is the negative zero, which column";
    private static final String WITH_NUL = "holds the character NUL, which column";
    private static final String WITH_HALF = "holds half of a character (a lone surrogate), which column";

    /** In single columns. */
    private static final List<Misfit> MISFITS = List.of(
            new Misfit("amount", FINER, each -> each.amount = new BigDecimal("0.001")),
            new Misfit("amount", LARGER, each -> each.amount = new BigDecimal("1e36")),
            new Misfit("rate", FINER, each -> each.rate = new BigDecimal("1.1234567")),
            new Misfit("rate", LARGER, each -> each.rate = new BigDecimal("1234567")),
            new Misfit("defined", FINER, each -> each.defined = new BigDecimal("0.0001")),
            new Misfit("defined", LARGER, each -> each.defined = new BigDecimal("1000")),
            new Misfit("count", LARGER, each -> each.count = BigInteger.TEN.pow(12)),
            new Misfit("span", LARGER, each -> each.span = Duration.ofSeconds(Long.MAX_VALUE)),
            new Misfit("money", FINER, each -> each.money = new Money(new BigDecimal("0.001"))),
            new Misfit("price.net", FINER, each -> each.price = new Price(new BigDecimal("0.00001"), "EUR")),
            new Misfit("price.currency", WITH_NUL, each -> each.price = new Price(BigDecimal.ONE, NUL)),
            new Misfit("remarks.title", WITH_HALF, each -> {
                each.remarks = new Remarks();
                each.remarks.title = HALF;
            }),
            new Misfit("text", WITH_NUL, each -> each.text = NUL),
            new Misfit("text", WITH_HALF, each -> each.text = HALF),
            new Misfit("letter", WITH_NUL, each -> each.letter = '\0'),
            new Misfit("letter", WITH_HALF, each -> each.letter = '\ud83d'),
            new Misfit("label", WITH_NUL, each -> each.label = new Label(NUL)),
            new Misfit("json", WITH_NUL, each -> each.json = Map.of("list", List.of(NUL))),
            new Misfit("json", WITH_HALF, each -> each.json = Map.of(HALF, 1)),
            new Misfit("note", WITH_NUL, each -> each.note = new Note(NUL, 1)),
            new Misfit("words", WITH_HALF, each -> each.words = List.of("fine", HALF)),
            new Misfit("numbers", FINER, each -> each.numbers = List.of(new BigDecimal("0.001"))),
            new Misfit("day", YEARS, each -> each.day = LocalDate.MAX),
            new Misfit("day", YEARS, each -> each.day = LocalDate.of(0, 12, 31)),
            new Misfit("moment", YEARS, each -> each.moment = LocalDateTime.MIN),
            new Misfit("instant", YEARS, each -> each.instant = Instant.MAX),
            new Misfit("instant", YEARS, each -> each.instant = Instant.MIN),
            new Misfit("date", YEARS, each -> each.date = new Date(Long.MAX_VALUE)),
            new Misfit("real", REAL, each -> each.real = Double.NaN),
            new Misfit("real", REAL, each -> each.real = Double.NEGATIVE_INFINITY),
            new Misfit("small", REAL, each -> each.small = Float.POSITIVE_INFINITY),
            new Misfit("real", ZERO, each -> each.real = -0.0),
            new Misfit("small", ZERO, each -> each.small = -0.0f));

    /** In tables of their own. */
    private static final List<Misfit> MISFITS_OF_ELEMENTS = List.of(
            new Misfit("parts", FINER, each -> each.parts = new ArrayList<>(List.of(new BigDecimal("0.001")))),
            new Misfit("days", WITH_HALF, each -> each.days = new HashMap<>(Map.of(HALF, LocalDate.EPOCH))),
            new Misfit("days", YEARS, each -> each.days = new HashMap<>(Map.of("end", LocalDate.MAX))),
            new Misfit("remarks.lines", WITH_NUL, each -> {
                each.remarks = new Remarks();
                each.remarks.lines.add(NUL);
            }));

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Ledger.class};
    }

    private static Map<String, BiFunction<AsyncSession, Ledger, Uni<?>>> waysForRows() {
        Map<String, BiFunction<AsyncSession, Ledger, Uni<?>>> ways = new LinkedHashMap<>();
        ways.put("insert", (session, ledger) -> session.insert(ledger));
        ways.put("insertIfAbsent", (session, ledger) -> session.insertIfAbsent(ledger));
        ways.put("insertAll", (session, ledger) -> session.insertAll(List.of(new Ledger("other"), ledger)));
        return ways;
    }

    private static Map<String, BiFunction<AsyncSession, Ledger, Uni<?>>> waysForModels() {
        Map<String, BiFunction<AsyncSession, Ledger, Uni<?>>> ways = new LinkedHashMap<>();
        ways.put("add", (session, ledger) -> {
            session.add(ledger);
            return session.flush();
        });
        ways.put("addAll", (session, ledger) -> {
            session.addAll(new Ledger("other"), ledger);
            return session.commit();
        });
        ways.put("save", (session, ledger) -> session.save(ledger).call(session::flush));
        ways.put(
                "saveAll", (session, ledger) -> session.saveAll(List.of(ledger)).call(session::flush));
        return ways;
    }

    private void assertRefused(SoftAssertions all, String way, Misfit misfit, Function<AsyncSession, Uni<?>> work) {
        all.assertThatThrownBy(
                        () -> await(db.begin(session -> work.apply(session).replaceWithVoid())))
                .as(way + " " + misfit.path() + " " + misfit.problem())
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith("Ledger is not valid: '" + misfit.path() + "' " + misfit.problem())
                .hasMessageMatching("(?s).* of type .+ (keeps|cannot keep on every database): .*");
    }

    @Test
    void whatDoesNotFitIsRefusedWhicheverWayItIsInserted() {
        SoftAssertions all = new SoftAssertions();
        Map<String, BiFunction<AsyncSession, Ledger, Uni<?>>> ways = waysForModels();
        ways.putAll(waysForRows());
        for (Misfit misfit : MISFITS) {
            ways.forEach((way, work) -> assertRefused(all, way, misfit, session -> {
                Ledger ledger = new Ledger("new");
                misfit.set().accept(ledger);
                return work.apply(session, ledger);
            }));
        }
        for (Misfit misfit : MISFITS_OF_ELEMENTS) {
            waysForModels()
                    .forEach((way, work) -> assertRefused(all, way, misfit, session -> {
                        Ledger ledger = new Ledger("new");
                        misfit.set().accept(ledger);
                        return work.apply(session, ledger);
                    }));
        }
        all.assertAll();
        assertThat(count(Ledger.class)).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedWhenARowIsChanged() {
        await(db.begin(session -> session.insert(new Ledger("there"))));
        SoftAssertions all = new SoftAssertions();
        List<Misfit> misfits = new ArrayList<>(MISFITS);
        misfits.addAll(MISFITS_OF_ELEMENTS);
        for (Misfit misfit : misfits) {
            assertRefused(
                    all,
                    "change",
                    misfit,
                    session -> session.get(Ledger.class, "there")
                            .call(found -> session.fetch(found.parts))
                            .call(found -> session.fetch(found.days))
                            .invoke(misfit.set())
                            .call(session::flush));
            if (misfit.path().equals("remarks.title")) {
                continue; // a merge needs the embeddable's collection loaded, which one that was null has not
            }
            Ledger detached = detached();
            misfit.set().accept(detached);
            assertRefused(
                    all, "merge", misfit, session -> session.merge(detached).call(session::flush));
        }
        all.assertAll();
        assertThat(readElsewhere(Ledger.class, "there").version()).isZero();
    }

    private Ledger detached() {
        return await(db.session(session -> session.get(Ledger.class, "there")
                .call(found -> session.fetch(found.parts))
                .call(found -> session.fetch(found.days))));
    }

    @Test
    void whatDoesNotFitIsRefusedInAStatementThatUpdates() {
        await(db.begin(session -> session.insert(new Ledger("there"))));
        SoftAssertions all = new SoftAssertions();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("amount", new BigDecimal("0.001"));
        values.put("text", HALF);
        values.put("day", LocalDate.MAX);
        values.put("instant", Instant.MAX);
        values.put("json", Map.of("a", NUL));
        values.put("real", Double.NaN);
        values.put("small", -0.0f);
        values.forEach((name, value) -> all.assertThatThrownBy(() -> await(
                        db.begin(session -> session.execute(update(Ledger.class).set(name, value)))))
                .as(name)
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith("Ledger is not valid: '" + name + "' "));
        all.assertAll();
        assertThat(readElsewhere(Ledger.class, "there").amount).isNull();
    }

    @Test
    void whatDoesNotFitIsRefusedByShortcuts() {
        for (String id : List.of("new", "there")) {
            assertThatThrownBy(() -> await(db.begin(session -> Shortcuts.updateOrCreate(
                                    session, Ledger.class, Map.of("id", id), Map.of("amount", new BigDecimal("0.001")))
                            .call(session::flush))))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageContaining("'amount' " + FINER);
            await(db.begin(session -> session.insertIfAbsent(new Ledger("there"))));
        }
    }

    @Test
    void aMessageNamesTheColumnAndWhatToDo() {
        Ledger ledger = new Ledger("new");
        ledger.rate = new BigDecimal("0.1234567");

        assertThatThrownBy(() -> await(db.begin(session -> session.insert(ledger))))
                .hasMessage("Ledger is not valid: 'rate' has more digits after the point, which column 'rate' of type "
                        + "numeric(12,6) keeps: round it, or declare more by @Column(precision = …, scale = …) (1 "
                        + "problem).");
    }

    /** What is as the database has it, and back again. */
    private Ledger stored(Consumer<Ledger> fill) {
        Ledger ledger = new Ledger("kept");
        fill.accept(ledger);
        await(db.begin(session -> session.insertIfAbsent(ledger)));
        Ledger found = readElsewhere(Ledger.class, "kept");
        await(db.connect(connection -> connection.execute("delete from ledger")));
        return found;
    }

    @Test
    void datesComeBackAsTheyWent() {
        List<LocalDate> days =
                new ArrayList<>(List.of(LocalDate.of(1, 1, 1), LocalDate.of(1500, 2, 28), LocalDate.of(9999, 12, 31)));
        for (int day = 1; day <= 31; day++) {
            days.add(LocalDate.of(1582, 10, day));
        }
        SoftAssertions all = new SoftAssertions();
        for (LocalDate day : days) {
            Ledger found = stored(each -> {
                each.day = day;
                each.moment = day.atTime(23, 59, 59, 999_999_000);
                each.instant = Instant.parse(day + "T00:00:00.000001Z");
            });
            all.assertThat(found.day).isEqualTo(day);
            all.assertThat(found.moment).isEqualTo(day.atTime(23, 59, 59, 999_999_000));
            all.assertThat(found.instant).isEqualTo(Instant.parse(day + "T00:00:00.000001Z"));
        }
        all.assertAll();
    }

    @Test
    void aDateIsFoundByItself() {
        LocalDate day = LocalDate.of(1582, 10, 10);
        Ledger ledger = new Ledger("october");
        ledger.day = day;
        await(db.begin(session -> session.insert(ledger)));

        List<Ledger> found = await(db.read(session -> session.all(
                hql(Ledger.class, "from Ledger l where l.day = :day").with("day", day))));
        assertThat(found).hasSize(1);
    }

    @Test
    void numbersComeBackAsTheyWent() {
        SoftAssertions all = new SoftAssertions();
        for (double number :
                new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, Double.MIN_VALUE, 0.1}) {
            all.assertThat(stored(each -> each.real = number).real).isEqualTo(number);
        }
        for (float number : new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_NORMAL, Float.MIN_VALUE, 0.1f}) {
            all.assertThat(stored(each -> each.small = number).small).isEqualTo(number);
        }
        for (String number : List.of("0.3000", "1e12", "-9999999999999.99", "0", "0e50", "100.10")) {
            all.assertThat(stored(each -> each.amount = new BigDecimal(number)).amount)
                    .isEqualByComparingTo(number);
            all.assertThat(stored(each -> each.money = new Money(new BigDecimal(number)))
                            .money
                            .amount())
                    .isEqualByComparingTo(number);
        }
        all.assertThat(stored(each -> each.defined = new BigDecimal("-999.9990")).defined)
                .isEqualByComparingTo("-999.999");
        all.assertThat(stored(each -> each.count = BigInteger.TEN.pow(12).subtract(BigInteger.ONE)).count)
                .isEqualTo("999999999999");
        all.assertAll();
    }

    @Test
    void aTextLongerThanItsColumnIsStoredNowhere() {
        String longer = "\ud83d\ude00".repeat(256);
        Map<String, Consumer<Ledger>> texts = Map.of(
                "text", each -> each.text = longer,
                "label", each -> each.label = new Label(longer),
                "price.currency", each -> each.price = new Price(BigDecimal.ONE, longer),
                "remarks.lines",
                        each -> {
                            each.remarks = new Remarks();
                            each.remarks.lines.add(longer);
                        });
        SoftAssertions all = new SoftAssertions();
        Map<String, BiFunction<AsyncSession, Ledger, Uni<?>>> ways = waysForModels();
        texts.forEach((path, set) -> ways.forEach((way, work) -> all.assertThatThrownBy(() ->
                        await(db.begin(session -> {
                            Ledger ledger = new Ledger("new");
                            set.accept(ledger);
                            return work.apply(session, ledger).replaceWithVoid();
                        })))
                .as(way + " " + path)
                .hasMessageMatching(
                        target.isServer()
                                ? "(?s).*a text is too long.*"
                                : "Ledger is not valid: '\\Q" + path
                                        + "\\E' has more than 255 characters, which column '.*' of type varchar\\(255\\) keeps on "
                                        + "SQLite alone: shorten it, or declare more by @Column\\(length = …\\).*")));
        all.assertAll();
        assertThat(count(Ledger.class)).isZero();
    }

    /** A server would have to find a row to change. */
    @Test
    @Requires(Capability.EMBEDDING)
    void anUpdateToATextLongerThanItsColumnIsRefusedWithoutARow() {
        String longer = "\ud83d\ude00".repeat(256);

        assertThatThrownBy(() -> await(
                        db.begin(session -> session.execute(update(Ledger.class).set("text", longer)))))
                .isInstanceOf(InvalidModelException.class);
    }

    @Test
    void aTextIsAsLongAsItsColumnDeclares() {
        String full = "\ud83d\ude00".repeat(255);
        String longer = "é".repeat(1_000);
        Ledger found = stored(each -> {
            each.text = full;
            each.free = longer;
            each.wide = longer;
            each.note = new Note(longer, 1);
            each.json = Map.of(longer, longer);
        });

        assertThat(found.text).isEqualTo(full);
        assertThat(List.of(found.free, found.wide, found.note.words())).containsOnly(longer);
        assertThat(found.json).containsEntry(longer, longer);
    }

    @Test
    void textsComeBackAsTheyWent() {
        for (String text : List.of("", " ", "\ud83d\ude00", "\\u0000", "\u0001\uffff")) {
            assertThat(stored(each -> each.text = text).text).isEqualTo(text);
            assertThat(stored(each -> each.json = Map.of("text", text)).json).isEqualTo(Map.of("text", text));
        }
        for (char letter : new char[] {'a', 'ß', '\uffff', ' '}) {
            assertThat(stored(each -> each.letter = letter).letter).isEqualTo(letter);
        }
    }

    @Test
    void aRowThatHasWhatWouldBeRefusedMayBeChangedElsewhere() {
        await(db.begin(session -> session.insert(new Ledger("old"))));
        String foreign = switch (db.kind()) {
            case POSTGRESQL -> "day = 'infinity', real_number = 'NaN'";
            case MARIADB -> "text = char(97, 0)";
            case SQLITE -> "amount = 0.00125, text = char(97, 0), real_number = 9e999";
        };
        String shown = switch (db.kind()) {
            case POSTGRESQL -> "cast(day as text) as d, cast(real_number as text) as r";
            case MARIADB -> "hex(text) as t";
            case SQLITE -> "amount, hex(text) as t, cast(real_number as text) as r";
        };
        await(db.connect(connection -> connection.execute("update ledger set " + foreign)));
        List<Map<String, Object>> before = rows("select " + shown + " from ledger");

        await(db.begin(session -> session.get(Ledger.class, "old").invoke(found -> found.instant = Instant.EPOCH)));

        assertThat(readElsewhere(Ledger.class, "old").version()).isEqualTo(1);
        assertThat(rows("select " + shown + " from ledger")).isEqualTo(before);
    }

    @Test
    void parametersAreRefusedBeforeTheyAreSent() {
        List<Object> refused = List.of(
                HALF, NUL, List.of("fine", HALF), LocalDate.MAX, LocalDateTime.MIN, Instant.MAX, Instant.MIN, '\0');
        for (Object value : refused) {
            String column = value instanceof LocalDate
                    ? "day"
                    : value instanceof LocalDateTime ? "moment" : value instanceof Instant ? "instant" : "text";
            String condition = value instanceof List ? " in (:value)" : " <> :value";
            assertThatThrownBy(() -> await(db.read(
                            session -> session.all(hql(Ledger.class, "from Ledger l where l." + column + condition)
                                    .with("value", value)))))
                    .as(column)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The parameter 'value' ");
            if (!(value instanceof List)) {
                assertThatThrownBy(() -> await(db.connect(connection ->
                                connection.select("select id from ledger where text = ?", List.of(value)))))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("The parameter '1' ");
                assertThatThrownBy(() -> await(db.connect(connection -> connection.select(
                                "select id from ledger where text = :value", Map.of("value", value)))))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("The parameter 'value' ");
            }
        }
        assertThat(all(Ledger.class)).isEmpty();
    }

    @Test
    void aKeyThatNoRowCanHaveIsRefused() {
        for (String key : List.of(NUL, HALF)) {
            assertThatThrownBy(() -> await(db.read(session -> session.find(Ledger.class, key))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The parameter 'key' ");
            assertThatThrownBy(() -> await(db.begin(session -> session.insert(new Ledger(key)))))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith("Ledger is not valid: 'id' holds ");
        }
    }

    @Test
    void aParameterMayBeFinerThanItsColumn() {
        Ledger ledger = new Ledger("fine");
        ledger.amount = new BigDecimal("0.30");
        await(db.begin(session -> session.insert(ledger)));

        List<Ledger> found = await(db.read(
                session -> session.all(hql(Ledger.class, "from Ledger l where l.amount > :number and l.amount < :more")
                        .with("number", new BigDecimal("0.29999"))
                        .with("more", new BigDecimal("0.30001")))));
        assertThat(found).hasSize(1);
    }
}
