package dev.unirow.session.tests;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.desc;
import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Naming;
import dev.unirow.query.Condition;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.tests.models.BasicValues;
import dev.unirow.session.tests.models.ScalarArrays;
import dev.unirow.session.tests.models.ScalarArrays.Mood;
import dev.unirow.testing.EachDatabase;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Each type that Hibernate maps can be written, read and compared, null too. */
@EachDatabase
class StoredTypesContract extends DatabaseContract {
    private static final OffsetDateTime IN_INDIA = OffsetDateTime.parse("2024-06-01T10:00:00.123456+05:30");
    private static final OffsetDateTime IN_UTC = OffsetDateTime.parse("2024-06-01T04:30:00.123456Z");

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {BasicValues.class, ScalarArrays.class};
    }

    private <T> T added(T model) {
        await(db.begin(session -> {
            session.add(model);
            return session.flush();
        }));
        return model;
    }

    private BasicValues with(Consumer<BasicValues> set) {
        BasicValues values = new BasicValues();
        set.accept(values);
        return added(values);
    }

    private static List<Field> columns(Class<?> model) {
        return Arrays.stream(model.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !field.getName().equals("id"))
                .toList();
    }

    private <T> void assertComesBack(T model, long id) throws IllegalAccessException {
        @SuppressWarnings("unchecked")
        T found = (T) readElsewhere(model.getClass(), id);
        SoftAssertions each = new SoftAssertions();
        for (Field column : columns(model.getClass())) {
            each.assertThat(column.get(found)).as(column.getName()).isEqualTo(column.get(model));
        }
        each.assertAll();
    }

    private <T> void assertIsFound(Class<T> type, T model) throws IllegalAccessException {
        SoftAssertions each = new SoftAssertions();
        for (Field column : columns(type)) {
            Object value = column.get(model);
            each.assertThatCode(() -> assertThat(found(type, equal(column.getName(), value)))
                            .isOne())
                    .as(column.getName())
                    .doesNotThrowAnyException();
        }
        each.assertAll();
    }

    private <T> long found(Class<T> type, Condition<T> condition) {
        return await(db.read(session -> session.count(select(type).where(condition))));
    }

    @SuppressWarnings("unchecked") // a column by name is one of any model
    private static <T> Condition<T> equal(String column, Object value) {
        return (Condition<T>) (Condition<?>) col(column).eq(value);
    }

    @Test
    void valuesComeBackAsTheyWentAndAreFound() throws Exception {
        BasicValues values = added(BasicValues.filled());

        assertComesBack(values, values.id);
        assertIsFound(BasicValues.class, values);
    }

    @Test
    void arraysListsAndSetsComeBackAsTheyWentAndAreFound() throws Exception {
        ScalarArrays arrays = added(ScalarArrays.filled());

        assertComesBack(arrays, arrays.id);
        assertIsFound(ScalarArrays.class, arrays);
    }

    @Test
    void nullsComeBackAsNulls() throws Exception {
        BasicValues values = added(new BasicValues());
        ScalarArrays arrays = added(new ScalarArrays());

        assertComesBack(values, values.id);
        assertComesBack(arrays, arrays.id);
    }

    @Test
    void valuesOfUpdatesAreStoredAsThoseOfModels() throws Exception {
        BasicValues values = BasicValues.filled();
        Long id = added(new BasicValues()).id;
        SoftAssertions each = new SoftAssertions();
        for (Field column : columns(BasicValues.class)) {
            Object value = column.get(values);
            each.assertThatCode(() -> await(db.begin(session -> session.execute(update(BasicValues.class)
                            .set(column.getName(), value)
                            .where(lookup("id", id))))))
                    .as(column.getName())
                    .doesNotThrowAnyException();
        }
        each.assertAll();

        assertComesBack(values, id);
    }

    @Test
    void aTimeWithAnOffsetOrZoneKeepsItsInstantAndIsReadInUtc() {
        ZonedDateTime zoned = IN_INDIA.atZoneSameInstant(ZoneId.of("America/New_York"));
        BasicValues values = with(set -> {
            set.offsetDateTime = IN_INDIA;
            set.zonedDateTime = zoned;
        });

        assertThat(values.offsetDateTime)
                .isEqualTo(IN_INDIA)
                .satisfies(time -> assertThat(time.getOffset()).isEqualTo(IN_INDIA.getOffset()));
        assertThat((Object) values.zonedDateTime).isEqualTo(zoned);
        BasicValues found = readElsewhere(BasicValues.class, values.id);
        assertThat((Object) found.offsetDateTime).isEqualTo(IN_UTC);
        assertThat((Object) found.zonedDateTime).isEqualTo(IN_UTC.toZonedDateTime());
    }

    @Test
    void timesWithOffsetsAreComparedByTheirInstants() {
        with(set -> set.offsetDateTime = IN_INDIA);
        with(set -> set.offsetDateTime = IN_INDIA.plusNanos(1_000));

        assertThat(found(BasicValues.class, equal("offsetDateTime", IN_UTC))).isOne();
        assertThat(found(BasicValues.class, equal("offsetDateTime", IN_INDIA))).isOne();
        List<BasicValues> ordered =
                await(db.read(session -> session.all(select(BasicValues.class).orderBy(desc("offsetDateTime")))));
        assertThat(ordered).extracting(each -> each.offsetDateTime).containsExactly(IN_UTC.plusNanos(1_000), IN_UTC);
    }

    @Test
    void aTimeOfDayKeepsItsFractionAndItsOffset() {
        for (String text : List.of("10:00:00.123456+02:00", "23:30-05:00", "00:00Z", "23:59:59.999999+15:59")) {
            OffsetTime time = OffsetTime.parse(text);
            BasicValues values = with(set -> set.offsetTime = time);

            assertThat((Object) readElsewhere(BasicValues.class, values.id).offsetTime)
                    .isEqualTo(time);
        }
        BasicValues fine = with(set -> set.offsetTime = OffsetTime.parse("23:59:59.999999999+01:00"));
        assertThat((Object) fine.offsetTime).isEqualTo(OffsetTime.parse("23:59:59.999999+01:00"));
        assertThat((Object) readElsewhere(BasicValues.class, fine.id).offsetTime)
                .isEqualTo(fine.offsetTime);
    }

    @Test
    void anEnumOfANameHoldsNothingButItsConstants() {
        BasicValues values = with(set -> set.mood = Mood.HAPPY);

        assertThat(readElsewhere(BasicValues.class, values.id).mood).isEqualTo(Mood.HAPPY);
        assertThatThrownBy(() ->
                        await(db.connect(connection -> connection.execute("update basic_values set mood = 'ANGRY'"))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void createAllIsWhatTheModelsAskFor() {
        List<Operation> differences = await(db.connect(connection -> Schemas.live(db.kind(), connection)
                .chain(live -> Schemas.compare(db.kind(), connection, live, db.metadata()))));

        assertThat(differences).isEmpty();
    }

    @Test
    void theModelsAskForTheSameTablesWithoutADatabase() {
        Schema offline = Schemas.wanted(Target.parse(db.kind().id()), Naming.standard(), List.of(models()), Map.of());

        assertThat(offline).isEqualTo(db.metadata());
    }
}
