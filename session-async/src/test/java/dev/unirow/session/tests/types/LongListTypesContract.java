package dev.unirow.session.tests.types;

import static dev.unirow.query.Queries.hql;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Model;
import dev.unirow.query.Hql;
import dev.unirow.session.Database;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A long list of each type that is one value is one parameter, and finds what is equal. */
@EachDatabase
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
        if (target.kind() == DatabaseKind.POSTGRESQL) {
            assertEachIsOneParameter(NamedEnum.class);
        }
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
