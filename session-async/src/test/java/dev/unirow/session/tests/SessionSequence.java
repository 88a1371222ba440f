package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.tests.ExpectedModel.State.DELETED;
import static dev.unirow.session.tests.ExpectedModel.State.DETACHED;
import static dev.unirow.session.tests.ExpectedModel.State.GONE;
import static dev.unirow.session.tests.ExpectedModel.State.MANAGED;
import static dev.unirow.session.tests.ExpectedModel.State.PENDING;
import static dev.unirow.session.tests.ExpectedModel.State.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.tests.ExpectedModel.State;
import dev.unirow.session.tests.models.User;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Random operations on one session, each done on a plain model of what must hold as well. After every operation the
 * states and values of all models are compared, and after those that send something, the rows.
 */
final class SessionSequence {
    record Row(String name, int version) {}

    private final AsyncSession session;
    private final Random random;
    private final List<String> done = new ArrayList<>();
    private final List<ExpectedModel> models = new ArrayList<>();
    private Map<Long, Row> committed = new TreeMap<>();
    private Map<Long, Row> rows = new TreeMap<>();
    private int names;

    SessionSequence(AsyncSession session, long seed) {
        this.session = session;
        this.random = new Random(seed);
    }

    /** What was done so far, for the message of a failure. */
    List<String> done() {
        return done;
    }

    /** The rows that the last commit left. */
    Map<Long, Row> committed() {
        return committed;
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            switch (random.nextInt(16)) {
                case 0 -> commit();
                case 1 -> rollback();
                case 2 -> any(this::addDetached, DETACHED);
                default -> step();
            }
            checkModels();
        }
        commit();
        checkModels();
    }

    /** What can be done in nested work, too. */
    private void step() {
        switch (random.nextInt(13)) {
            case 0, 1, 2 -> add();
            case 3, 4 -> any(this::change, PENDING, MANAGED, DETACHED, TRANSIENT);
            case 5 -> flush();
            case 6 -> any(this::detach, PENDING, MANAGED);
            case 7 -> any(this::addAgain, TRANSIENT, PENDING, MANAGED);
            case 8 -> any(this::delete, PENDING, MANAGED, DETACHED, TRANSIENT);
            case 9 -> any(this::refresh, TRANSIENT, PENDING, MANAGED, DETACHED);
            case 10, 11 -> find();
            default -> nested();
        }
    }

    private void any(Consumer<ExpectedModel> operation, State... states) {
        List<ExpectedModel> candidates =
                models.stream().filter(model -> model.is(states)).toList();
        if (!candidates.isEmpty()) {
            operation.accept(candidates.get(random.nextInt(candidates.size())));
        }
    }

    private String nextName() {
        return "name" + names++;
    }

    private void add() {
        String name = nextName();
        done.add("add " + name);
        ExpectedModel added = new ExpectedModel(new User(name), name);
        models.add(added);
        session.add(added.model);
        added.state = PENDING;
    }

    private void addAgain(ExpectedModel model) {
        done.add("add again " + model);
        session.add(model.model);
        if (model.is(TRANSIENT)) {
            model.state = PENDING;
        }
    }

    /** The flush refuses it, which ends the transaction. */
    private void addDetached(ExpectedModel model) {
        done.add("add detached " + model);
        session.add(model.model);
        assertThatThrownBy(() -> await(session.flush())).isInstanceOf(NotManagedException.class);
        rollback();
    }

    private void change(ExpectedModel model) {
        String name = nextName();
        done.add("change to " + name + ": " + model);
        model.model.setName(name);
        model.name = name;
    }

    private void flush() {
        done.add("flush");
        await(session.flush());
        flushed();
        checkRows();
    }

    /** What a flush does to the rows and the models. */
    private void flushed() {
        for (ExpectedModel model : models) {
            if (model.is(PENDING)) {
                model.id = model.model.id();
                model.version = 0;
                model.state = MANAGED;
                model.insertedInTransaction = true;
                assertThat(model.id).isNotNull();
                assertThat(rows.put(model.id, new Row(model.name, 0))).isNull();
            } else if (model.is(MANAGED) && !rows.get(model.id).name().equals(model.name)) {
                if (model.versionBefore == null) {
                    model.versionBefore = model.version;
                }
                model.version++;
                rows.put(model.id, new Row(model.name, model.version));
            } else if (model.is(DELETED)) {
                rows.remove(model.id);
            }
        }
    }

    private void commit() {
        done.add("commit");
        await(session.commit());
        flushed();
        committed = new TreeMap<>(rows);
        for (ExpectedModel model : models) {
            model.insertedInTransaction = false;
            model.versionBefore = null;
            if (model.is(DELETED)) {
                model.state = GONE;
            }
        }
        checkRows();
    }

    private void rollback() {
        done.add("rollback");
        await(session.rollback());
        rows = new TreeMap<>(committed);
        for (ExpectedModel model : models) {
            model.takeVersionBack();
            if (model.is(PENDING) || model.insertedInTransaction) {
                model.becomeTransient();
            } else if (model.is(MANAGED, DELETED)) {
                model.state = model.nobodys ? GONE : DETACHED;
            }
        }
        checkRows();
    }

    private void nested() {
        done.add("nested {");
        boolean fails = random.nextBoolean();
        int steps = random.nextInt(6);
        Map<ExpectedModel, ExpectedModel> before = new IdentityHashMap<>();
        Map<Long, Row> rowsBefore = new TreeMap<>();
        Uni<Void> nested = session.nested(ignored -> Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> {
                    flushed();
                    models.forEach(model -> before.put(model, model.copy()));
                    rowsBefore.putAll(rows);
                    inside(steps, fails);
                }));
        if (fails) {
            assertThatThrownBy(() -> await(nested)).isInstanceOf(PlannedFailure.class);
            rows = rowsBefore;
            models.forEach(model -> takeBack(model, before.get(model)));
        } else {
            await(nested);
            flushed();
        }
        done.add(fails ? "} failed" : "}");
        checkRows();
    }

    private void inside(int steps, boolean fails) {
        for (int i = 0; i < steps; i++) {
            step();
            checkModels();
        }
        if (fails) {
            throw new PlannedFailure();
        }
    }

    private static final class PlannedFailure extends RuntimeException {}

    /** @param before what was expected of it at the savepoint; null where it was not there yet */
    private static void takeBack(ExpectedModel model, ExpectedModel before) {
        if (before == null) {
            if (model.is(PENDING) || model.insertedInTransaction) {
                model.becomeTransient();
            } else if (model.is(MANAGED, DELETED)) {
                model.state = model.nobodys ? GONE : DETACHED;
            }
            model.takeVersionBack();
        } else if (before.is(MANAGED)) {
            model.become(before);
        } else if (before.is(TRANSIENT)) {
            model.becomeTransient();
        }
    }

    private void detach(ExpectedModel model) {
        done.add("detach " + model);
        await(session.detach(model.model));
        model.state = model.is(PENDING) ? TRANSIENT : DETACHED;
    }

    private void delete(ExpectedModel model) {
        done.add("delete " + model);
        if (model.is(TRANSIENT)) {
            assertThatThrownBy(() -> await(session.delete(model.model))).isInstanceOf(NotManagedException.class);
        } else if (model.is(DETACHED)) {
            deleteDetached(model);
        } else {
            await(session.delete(model.model));
            model.state = model.is(PENDING) ? TRANSIENT : DELETED;
        }
    }

    private void deleteDetached(ExpectedModel model) {
        boolean deletedHere = models.stream().anyMatch(other -> other.is(DELETED) && model.id.equals(other.id));
        ExpectedModel managed = managed(model.id);
        Row row = rows.get(model.id);
        Integer version = managed != null ? managed.version : row == null ? null : (Integer) row.version();
        if (deletedHere || version == null) {
            assertThatThrownBy(() -> await(session.delete(model.model))).isInstanceOf(NotFoundException.class);
        } else if (!version.equals(model.version)) {
            assertThatThrownBy(() -> await(session.delete(model.model))).isInstanceOf(StaleModelException.class);
        } else {
            await(session.delete(model.model));
            if (managed == null) {
                models.add(deletedRow(model));
            } else {
                managed.state = DELETED;
            }
        }
    }

    /** Stands for the object that the session loaded for a detached model's row, and that nobody holds. */
    private static ExpectedModel deletedRow(ExpectedModel detached) {
        ExpectedModel row = new ExpectedModel(new User("nobody's"), "nobody's");
        row.id = detached.id;
        row.version = detached.version;
        row.state = DELETED;
        row.nobodys = true;
        return row;
    }

    private void refresh(ExpectedModel model) {
        done.add("refresh " + model);
        if (!model.is(MANAGED)) {
            assertThatThrownBy(() -> await(session.refresh(model.model))).isInstanceOf(NotManagedException.class);
            return;
        }
        await(session.refresh(model.model));
        model.name = rows.get(model.id).name();
        model.version = rows.get(model.id).version();
    }

    private void find() {
        if (rows.isEmpty()) {
            return;
        }
        List<Long> keys = new ArrayList<>(rows.keySet());
        Long key = keys.get(random.nextInt(keys.size()));
        done.add("find " + key);
        User found = await(session.find(User.class, key));
        ExpectedModel managed = managed(key);
        if (models.stream().anyMatch(model -> model.is(DELETED) && key.equals(model.id))) {
            assertThat(found).isNull();
        } else if (managed != null) {
            assertThat(found).isSameAs(managed.model);
        } else {
            tracked(found);
        }
    }

    private ExpectedModel managed(Long key) {
        return models.stream()
                .filter(model -> model.is(MANAGED) && key.equals(model.id))
                .findFirst()
                .orElse(null);
    }

    private void checkModels() {
        for (ExpectedModel expected : models) {
            User model = expected.model;
            if (expected.nobodys || expected.is(GONE)) {
                continue;
            }
            assertThat(await(session.contains(model)))
                    .as("session.contains(%s)", expected)
                    .isEqualTo(expected.is(PENDING, MANAGED));
            assertThat(model.name()).as("name of %s", expected).isEqualTo(expected.name);
            assertThat(model.id()).as("id of %s", expected).isEqualTo(expected.id);
            assertThat(model.version()).as("version of %s", expected).isEqualTo(expected.version);
        }
    }

    /** After a flush, a commit or a rollback nothing is on its way: what the session reads is what the rows are. */
    private void checkRows() {
        List<User> read = await(session.all(select(User.class)));
        assertThat(rows(read)).as("the rows").isEqualTo(rows);
        read.forEach(this::isTracked);
    }

    private void isTracked(User read) {
        ExpectedModel managed = managed(read.id());
        if (managed == null) {
            tracked(read);
        } else {
            assertThat(read).isSameAs(managed.model);
        }
    }

    private void tracked(User loaded) {
        Row row = rows.get(loaded.id());
        ExpectedModel managed = new ExpectedModel(loaded, row.name());
        managed.id = loaded.id();
        managed.version = row.version();
        managed.state = MANAGED;
        models.add(managed);
    }

    static Map<Long, Row> rows(List<User> users) {
        Map<Long, Row> rows = new TreeMap<>();
        users.forEach(user -> rows.put(user.id(), new Row(user.name(), user.version())));
        return rows;
    }
}
