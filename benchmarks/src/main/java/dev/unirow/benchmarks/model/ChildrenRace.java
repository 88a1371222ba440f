package dev.unirow.benchmarks.model;

import static dev.unirow.session.Await.await;

import dev.unirow.benchmarks.Race;
import dev.unirow.benchmarks.model.Branch.Leaf;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** 10,000 children of one model in SQLite's memory, as a list first, then as a set. */
public final class ChildrenRace {
    private static final int CHILDREN = 10_000;
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = 3;

    private ChildrenRace() {}

    public static void main(String[] arguments) throws Exception {
        try (Database db = Database.open("sqlite://", Branch.class, Leaf.class)) {
            await(db.createAll());
            Branch branch = new Branch();
            List<Object> models = new ArrayList<>(List.of(branch));
            for (int i = 0; i < CHILDREN; i++) {
                models.add(new Leaf(branch, branch));
            }
            await(db.begin(session -> {
                session.addAll(models);
                return session.flush();
            }));
            Object key = Objects.requireNonNull(branch.pk());
            System.out.printf("%-38s %12s %12s%n", "SQLite, " + CHILDREN + " children", "list", "set");
            race(db, key, "load", children -> session -> Uni.createFrom().voidItem());
            race(db, key, "load, then flush", children -> AsyncSession::flush);
            race(db, key, "load, then contains of 1,000", children -> session -> {
                if (!children.containsAll(children.stream().limit(1_000).toList())) {
                    throw new IllegalStateException("A child is not found.");
                }
                return Uni.createFrom().voidItem();
            });
        }
    }

    private static void race(
            Database db, Object key, String name, Function<Collection<Leaf>, Function<AsyncSession, Uni<Void>>> work)
            throws Exception {
        Race.print(
                name,
                100,
                WARM_UPS,
                ROUNDS,
                () -> run(db, key, Branch::list, work),
                () -> run(db, key, Branch::leaves, work));
    }

    private static void run(
            Database db,
            Object key,
            Function<Branch, Collection<Leaf>> children,
            Function<Collection<Leaf>, Function<AsyncSession, Uni<Void>>> work) {
        await(db.begin(session -> session.get(Branch.class, key)
                .chain(branch -> session.fetch(children.apply(branch)))
                .chain(loaded -> work.apply(loaded).apply(session))));
    }
}
