package dev.unirow.session.tests;

import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.tests.models.Shift;
import dev.unirow.session.tests.models.Shift.Alarm;
import dev.unirow.session.tests.models.Shift.Booking;
import dev.unirow.session.tests.models.Shift.Break;
import dev.unirow.session.tests.models.Shift.Punch;
import dev.unirow.session.tests.models.Shift.Seat;
import dev.unirow.session.tests.models.Shift.Span;
import dev.unirow.testing.EachDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A time that is finer than its column is cut to it, in the model as in the row, whichever way it is written. */
@EachDatabase
class TimesContract extends DatabaseContract {
    private static final LocalTime MICROS = LocalTime.of(23, 59, 59, 999_999_000);
    private static final LocalTime MILLIS = LocalTime.of(23, 59, 59, 999_000_000);
    private static final LocalTime SECONDS = LocalTime.of(23, 59, 59);
    private static final LocalDateTime LATE = LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999);
    private static final Instant MOMENT = Instant.parse("1999-12-31T23:59:59.999999999Z");

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Shift.class, Punch.class, Booking.class, Seat.class};
    }

    private static void fill(Shift shift) {
        shift.usual = LocalTime.MAX;
        shift.millis = LocalTime.MAX;
        shift.seconds = LocalTime.MAX;
        shift.defined = LocalTime.MAX;
        shift.dateTime = LATE;
        shift.dateTimeSeconds = LATE;
        shift.instant = MOMENT;
        shift.instantMillis = MOMENT;
        shift.alarm = new Alarm(LocalTime.MAX);
        shift.span = new Span(LocalTime.MAX, LocalTime.MAX);
        shift.pause = new Break(LocalTime.MAX);
        shift.bells = new ArrayList<>(List.of(LocalTime.MAX, LocalTime.NOON));
        shift.spans = List.of(new Span(LocalTime.MAX, LocalTime.MAX));
        shift.notes = new HashMap<>(Map.of(LocalTime.MAX, LATE));
    }

    private static void assertCut(Shift shift) {
        assertCutButCollections(shift);
        assertThat(new ArrayList<>(shift.bells)).containsExactly(MICROS, LocalTime.NOON);
        assertThat(new ArrayList<>(shift.spans)).containsExactly(new Span(MICROS, MILLIS));
        assertThat(new HashMap<>(shift.notes)).isEqualTo(Map.of(MICROS, LATE.withNano(999_999_000)));
    }

    private static void assertCutButCollections(Shift shift) {
        assertThat(shift.usual).isEqualTo(MICROS);
        assertThat(shift.millis).isEqualTo(MILLIS);
        assertThat(shift.seconds).isEqualTo(SECONDS);
        assertThat(shift.defined).isEqualTo(LocalTime.of(23, 59, 59, 990_000_000));
        assertThat(shift.dateTime).isEqualTo(LATE.withNano(999_999_000));
        assertThat(shift.dateTimeSeconds).isEqualTo(LATE.withNano(0));
        assertThat(shift.instant).isEqualTo(MOMENT.minusNanos(999));
        assertThat(shift.instantMillis).isEqualTo(MOMENT.minusNanos(999_999));
        assertThat(shift.alarm).isEqualTo(new Alarm(MICROS));
        assertThat(shift.span).isEqualTo(new Span(MICROS, MILLIS));
        assertThat(shift.pause.at).isEqualTo(SECONDS);
        assertThat(shift.noted).isEqualTo(MICROS);
    }

    private void assertStoredOnce(Shift shift) {
        assertCut(shift);
        Shift found = await(db.read(session -> session.one(
                        hql(Shift.class, "from Shift s left join fetch s.bells where s.id = " + shift.id()))
                .call(each -> session.fetch(each.spans))
                .call(each -> session.fetch(each.notes))));
        assertCut(found);
        assertThat(found.version()).isEqualTo(shift.version());
    }

    /** Flushes once more, which has nothing to send. */
    private void assertUnchanged(Shift shift, int version) {
        assertThat(shift.version()).isEqualTo(version);
        assertStoredOnce(shift);
    }

    @Test
    void whatIsAddedIsCut() {
        Shift shift = new Shift("added");
        fill(shift);

        await(db.begin(session -> {
            session.add(shift);
            return session.flush().invoke(() -> assertCut(shift)).chain(() -> session.flush());
        }));

        assertUnchanged(shift, 0);
    }

    @Test
    void whatIsChangedIsCut() {
        Shift added = new Shift("changed");
        await(db.begin(session -> session.insert(added)));

        Shift changed = await(db.begin(session -> session.get(Shift.class, added.id())
                .call(shift -> session.fetch(shift.bells))
                .call(shift -> session.fetch(shift.spans))
                .call(shift -> session.fetch(shift.notes))
                .invoke(TimesContract::fill)
                .call(shift -> session.flush().invoke(() -> assertCut(shift)))
                .call(shift -> session.flush())));

        assertUnchanged(changed, 1);
    }

    @Test
    void whatIsPutIntoACollectionThatWasReadIsCut() {
        Shift added = new Shift("collections");
        await(db.begin(session -> session.insert(added)));

        List<LocalTime> bells = await(db.begin(session -> session.get(Shift.class, added.id())
                .call(shift -> session.fetch(shift.bells).invoke(list -> list.add(LocalTime.MAX)))
                .call(shift -> session.fetch(shift.notes).invoke(map -> map.put(LocalTime.MAX, LATE)))
                .call(() -> session.flush())
                .map(shift -> shift.bells)));

        assertThat(new ArrayList<>(bells)).containsExactly(MICROS);
        Map<LocalTime, LocalDateTime> notes = await(
                db.read(session -> session.get(Shift.class, added.id()).chain(shift -> session.fetch(shift.notes))));
        assertThat(new HashMap<>(notes)).isEqualTo(Map.of(MICROS, LATE.withNano(999_999_000)));
    }

    @Test
    void anEarlierValueIsNotSentAgainWhenItIsSetWithMoreDigits() {
        Punch punch = new Punch(1L);
        punch.usual = LocalTime.MAX;
        await(db.begin(session -> session.insert(punch)));

        await(db.begin(session -> session.get(Punch.class, 1L).invoke(found -> found.usual = LocalTime.MAX)));

        assertThat(readElsewhere(Punch.class, 1L).version()).isZero();
    }

    private static Punch punch(long id) {
        Punch punch = new Punch(id);
        punch.usual = LocalTime.MAX;
        punch.seconds = LocalTime.MAX;
        punch.instant = MOMENT;
        punch.span = new Span(LocalTime.MAX, LocalTime.MAX);
        return punch;
    }

    private void assertCut(Punch punch) {
        for (Punch each : List.of(punch, readElsewhere(Punch.class, punch.id))) {
            assertThat(each.usual).isEqualTo(MICROS);
            assertThat(each.seconds).isEqualTo(SECONDS);
            assertThat(each.instant).isEqualTo(MOMENT.minusNanos(999));
            assertThat(each.span).isEqualTo(new Span(MICROS, MILLIS));
            assertThat(each.version()).isZero();
        }
    }

    @Test
    void manyRowsAreCutAndTheirModelsToo() {
        List<Punch> punches =
                LongStream.range(0, 5).mapToObj(TimesContract::punch).toList();
        await(db.begin(session -> session.insertAll(punches)));
        punches.forEach(this::assertCut);
    }

    @Test
    void singleRowsAreCutAndTheirModelsToo() {
        Punch inserted = punch(1);
        await(db.begin(session -> session.insert(inserted)));
        assertCut(inserted);

        Punch given = punch(2);
        Punch row = await(db.begin(session -> session.insertIfAbsent(given)));
        assertCut(row);
        assertCut(given);

        Punch saved = punch(3);
        await(db.begin(session -> session.save(saved)));
        assertCut(saved);
    }

    @Test
    void aDetachedModelIsCutWhenItIsMerged() {
        Shift read = detached();

        await(db.begin(session -> session.merge(read)));

        assertUnchanged(read, 1);
    }

    private Shift detached() {
        await(db.begin(session -> session.insert(new Shift("detached"))));
        Shift read = await(db.session(session -> session.one(select(Shift.class))
                .call(each -> session.fetch(each.bells))
                .call(each -> session.fetch(each.spans))
                .call(each -> session.fetch(each.notes))));
        fill(read);
        return read;
    }

    @Test
    void theTrackedModelsOfThoseThatAreSavedAreCut() {
        await(db.begin(session -> session.insert(new Punch(1L))));
        Punch read = readElsewhere(Punch.class, 1L);
        read.usual = LocalTime.MAX;

        List<Punch> saved = await(db.begin(session -> session.saveAll(List.of(read))));
        assertThat(saved.get(0).usual).isEqualTo(MICROS);
        assertThat(readElsewhere(Punch.class, 1L).usual).isEqualTo(MICROS);

        await(db.begin(session -> session.saveAll(List.of(saved.get(0)))));
        await(db.begin(session -> session.merge(saved.get(0))));
        assertThat(readElsewhere(Punch.class, 1L).version()).isEqualTo(1);
    }

    @Test
    void aStatementThatUpdatesCutsWhatItSets() {
        await(db.begin(session -> session.insert(new Punch(1L))));

        await(db.begin(session -> session.execute(update(Punch.class)
                .set("usual", LocalTime.MAX)
                .set("seconds", LocalTime.MAX)
                .set("instant", MOMENT))));

        Punch found = readElsewhere(Punch.class, 1L);
        assertThat(found.usual).isEqualTo(MICROS);
        assertThat(found.seconds).isEqualTo(SECONDS);
        assertThat(found.instant).isEqualTo(MOMENT.minusNanos(999));
    }

    @Test
    void aKeyIsCutBeforeItsRowIsWritten() {
        Booking booking = new Booking(new Booking.Key("blue", LocalTime.MAX));

        await(db.begin(session -> {
            session.add(booking);
            return session.flush();
        }));

        assertThat(booking.key).isEqualTo(new Booking.Key("blue", MILLIS));
        assertThat(readElsewhere(Booking.class, booking.key)).isNotNull();

        Seat seat = new Seat("red", LocalTime.MAX);
        await(db.begin(session -> session.insert(seat)));
        assertThat(seat.since).isEqualTo(MICROS);
        assertThat(readElsewhere(Seat.class, new Seat.Key("red", MICROS))).isNotNull();
    }

    @Test
    void aConditionMayBeFinerThanItsColumn() {
        await(db.begin(session -> session.insertAll(List.of(punch(1), new Punch(2L)))));

        List<Punch> found = await(db.read(session -> session.all(
                hql(Punch.class, "from Punch p where p.usual <= :time and p.seconds <= :time and p.instant <= :moment")
                        .with("time", LocalTime.MAX)
                        .with("moment", MOMENT))));

        assertThat(found).hasSize(1);
    }

    @Test
    void aRowWithMoreDigitsThanItsColumnIsReadAndLeftAlone() {
        await(db.begin(session -> session.insert(new Punch(1L))));
        await(db.connect(connection ->
                connection.execute("update punch set usual = '10:00:00.123456', seconds = '10:00:00.6'")));
        LocalTime seconds = readElsewhere(Punch.class, 1L).seconds;

        await(db.begin(session -> session.get(Punch.class, 1L).call(session::flush)));
        await(db.begin(session -> session.get(Punch.class, 1L).invoke(found -> found.instant = MOMENT)));

        Punch found = readElsewhere(Punch.class, 1L);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.usual).isEqualTo(LocalTime.of(10, 0, 0, 123_456_000));
        assertThat(found.seconds).isEqualTo(seconds);
    }

    @Test
    void theColumnsAreWhatTheModelsAskForWithAndWithoutADatabase() {
        Schema offline = Schemas.wanted(Target.parse(db.kind().id()), Naming.standard(), List.of(models()), Map.of());
        assertThat(db.metadata()).isEqualTo(offline);
        assertThat(offline.table("punch")
                        .orElseThrow()
                        .column("usual")
                        .orElseThrow()
                        .type())
                .isEqualTo("time(6)");

        List<Operation> differences = await(db.connect(connection -> Schemas.live(db.kind(), connection)
                .chain(live -> Schemas.compare(db.kind(), connection, live, db.metadata()))));
        assertThat(differences).isEmpty();
    }
}
