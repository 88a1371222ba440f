package dev.unirow.session.tests.types;

import static dev.unirow.query.Queries.hql;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Model;
import dev.unirow.query.Hql;
import dev.unirow.session.Database;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A long list of each type that is one value is one parameter, and finds what is equal. */
@EachDatabase
@Tag("slow")
class LongListTypesContract {
    /** More than go one by one. */
    private static final int VALUES = 31_000;

    DatabaseTarget target;

    private final List<ExecutedStatement> statements = new CopyOnWriteArrayList<>();

    @Test
    void numbersAndTruths() {
        assertEachIsOneParameter(Primitives.class);
        assertEachIsOneParameter(Boxes.class);
    }

    @Test
    void texts() {
        assertEachIsOneParameter(Texts.class);
    }

    @Test
    void datesAndTimes() {
        assertEachIsOneParameter(Times.class);
        assertEachIsOneParameter(Offset.class);
        assertEachIsOneParameter(Zoned.class);
        assertEachIsOneParameter(OffsetOfDay.class);
    }

    @Test
    void uuidsBytesAndEnums() {
        assertEachIsOneParameter(Others.class);
    }

    @Test
    @Requires(Capability.NAMED_ENUM_TYPES)
    void enumsOfNamedTypes() {
        assertEachIsOneParameter(NamedEnum.class);
    }

    @Test
    void whatGoesOneByOneIsRefusedAboveWhatAStatementTakes() {
        List<Object> documents = new ArrayList<>(List.of("\"a\""));
        IntStream.range(0, 66_000).mapToObj(i -> "{\"n\": " + i + "}").forEach(documents::add);
        List<Object> arrays = new ArrayList<>();
        arrays.add(new String[] {"a"});
        IntStream.range(0, 66_000).mapToObj(i -> new String[] {"b" + i}).forEach(arrays::add);
        Documents document = new Documents();
        document.word = "\"a\"";
        Series series = new Series();
        series.texts = new String[] {"a"};

        assertRefused(document, "word", documents);
        assertRefused(series, "texts", arrays);
    }

    private void assertRefused(Model row, String property, List<Object> values) {
        try (Database db = Database.open(target.newDatabaseUrl(), row.getClass())) {
            await(db.createAll());
            await(db.begin(session -> session.insert(row)));
            String hql =
                    "select count(*) from " + row.getClass().getSimpleName() + " e where e." + property + " in :list";

            assertThat(count(db, hql, values.subList(0, 1_500))).isOne();
            assertThatThrownBy(() -> count(db, hql, values)).hasMessageContaining("at most 65535");
        }
    }

    private static long count(Database db, String hql, List<Object> values) {
        return await(db.read(session -> session.one(hql(Long.class, hql).with("list", values))));
    }

    private <M extends Model> void assertEachIsOneParameter(Class<M> model) {
        List<MappedType> types = MappedTypes.all().stream()
                .filter(type -> type.model() == model && !type.isKey())
                .toList();
        try (Database db = Database.builder(target.newDatabaseUrl())
                .models(model)
                .listener(statements::add)
                .open()) {
            await(db.createAll());
            await(db.begin(session -> session.insert(row(model, types))));
            statements.clear();

            List<Long> found = await(db.read(session -> session.all(query(model, types))));

            assertThat(found).as("rows that have the values of %s", types).containsExactly(1L);
            assertThat(statements)
                    .filteredOn(statement -> statement.operation().equals("SELECT"))
                    .extracting(ExecutedStatement::parameters)
                    .as("parameters for %s", types)
                    .containsExactly(types.size());
        }
    }

    private Hql<Long> query(Class<?> model, List<MappedType> types) {
        Hql<Long> query = hql(
                Long.class,
                types.stream()
                        .map(type -> "e." + type.property() + " in :" + type.property())
                        .collect(Collectors.joining(
                                " and ", "select count(*) from " + model.getSimpleName() + " e where ", "")));
        for (MappedType type : types) {
            query = query.with(
                    type.property(), Collections.nCopies(VALUES / types.size() + 1_001, type.expected(use(type))));
        }
        return query;
    }

    private <M extends Model> M row(Class<M> model, List<MappedType> types) {
        try {
            M row = model.getDeclaredConstructor().newInstance();
            for (MappedType type : types) {
                type.field().set(row, type.value(use(type)));
            }
            return row;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Use use(MappedType type) {
        return type.isRefused(Use.AWKWARD, target.kind()) ? Use.INSERT : Use.AWKWARD;
    }
}
