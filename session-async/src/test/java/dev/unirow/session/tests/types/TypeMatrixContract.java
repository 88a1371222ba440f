package dev.unirow.session.tests.types;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each type that a property may have, in each use, comes to what {@link MappedTypes} says of it. */
@EachDatabase
@Tag("slow")
class TypeMatrixContract {
    /** How much of the matrix may be a refusal. */
    private static final double MOST_REFUSED = 0.08;

    public DatabaseTarget target;

    private final List<String> failed = new ArrayList<>();
    private int cells;
    private int refused;

    @Test
    void eachCellComesToWhatItsTypeSays() {
        inOneDatabase().values().forEach(this::runTogether);
        System.out.println("Types on " + target.kind() + ": " + cells + " cells, " + refused + " of them refused, "
                + failed.size() + " otherwise than they should be.");

        assertThat(failed).as("cells on %s", target.kind()).isEmpty();
        assertThat(refused / (double) cells).isLessThan(MOST_REFUSED);
        assertThat(cells * 4).as("cells of all databases").isGreaterThan(1_500);
    }

    /** Those that share a database, by what keeps others out of it. */
    private Map<String, List<MappedType>> inOneDatabase() {
        Map<String, List<MappedType>> groups = new LinkedHashMap<>();
        for (MappedType type : MappedTypes.all()) {
            groups.computeIfAbsent(type.isApart() ? type.toString() : "", ignored -> new ArrayList<>())
                    .add(type);
        }
        return groups;
    }

    private void runTogether(List<MappedType> types) {
        Class<?>[] models = types.stream().map(MappedType::model).distinct().toArray(Class<?>[]::new);
        Database db;
        try {
            db = Database.open(target.newDatabaseUrl(), models);
        } catch (RuntimeException failure) {
            types.forEach(type -> allFail(type, failure));
            return;
        }
        try {
            compareOffline(db, models);
            await(db.createAll());
            CellRun run = new CellRun(db);
            for (MappedType type : types) {
                for (Use use : Use.values()) {
                    if (type.isFor(use)) {
                        judge(type, use, () -> run.problem(type, use));
                    }
                }
            }
        } catch (RuntimeException failure) {
            types.forEach(type -> allFail(type, failure));
        } finally {
            db.close();
        }
    }

    /** What a revision is made from for a database of this kind that is not connected. */
    private void compareOffline(Database db, Class<?>... models) {
        Schema offline = Schemas.wanted(Target.parse(db.kind().id()), Naming.standard(), List.of(models), Map.of());
        if (!offline.equals(db.metadata())) {
            Schemas.diff(db.kind(), db.metadata(), offline)
                    .forEach(operation -> failed.add("offline: " + operation.description()));
            failed.add("offline: the tables are others than those of the connected database");
        }
    }

    private void allFail(MappedType type, RuntimeException failure) {
        for (Use use : Use.values()) {
            if (type.isFor(use)) {
                judge(type, use, () -> {
                    throw failure;
                });
            }
        }
    }

    private void judge(MappedType type, Use use, Supplier<String> run) {
        cells++;
        MappedType.Refusal refusal = type.refusals().stream()
                .filter(each -> each.isOf(use, target.kind()))
                .findFirst()
                .orElse(null);
        String problem;
        try {
            problem = run.get();
        } catch (RuntimeException | AssertionError failure) {
            if (refusal != null && String.valueOf(failure.getMessage()).contains(refusal.sentence())) {
                refused++;
                return;
            }
            problem = String.valueOf(failure);
        }
        if (refusal != null) {
            problem = "is not refused by '" + refusal.sentence() + "', but: " + problem;
        }
        if (problem != null) {
            failed.add(type + " " + use + ": " + problem.lines().limit(3).toList());
        }
    }
}
