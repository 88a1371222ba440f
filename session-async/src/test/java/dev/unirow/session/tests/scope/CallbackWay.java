package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;

import dev.unirow.active.QuerySet;
import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.models.Diary;
import dev.unirow.session.tests.models.Memo;
import dev.unirow.session.tests.models.Notebook;
import dev.unirow.session.tests.models.Slip;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Every way of an operation to a row, of {@link Diary} above all, and the callbacks that it calls, in their order. */
enum CallbackWay {
    ADD("`add`", "PrePersist, PostPersist", (s, stored) -> {
        s.add(made());
        return s.flush();
    }),
    ADD_ALL("`addAll` of two", "PrePersist, PostPersist, PrePersist, PostPersist", (s, stored) -> {
        s.addAll(made(), new Diary("third"));
        return s.flush();
    }),
    ADD_ALL_OF_A_SEQUENCE(
            "`addAll` of two, keys of a sequence", "PrePersist, PrePersist, PostPersist, PostPersist", (s, stored) -> {
                s.addAll(new Slip("first"), new Slip("second"));
                return s.flush();
            }),
    ADD_CASCADED(
            "`add` of one with a leaf",
            "Notebook PrePersist, Notebook PostPersist, Leaf PrePersist, Leaf PostPersist",
            (s, stored) -> {
                s.add(written());
                return s.flush();
            }),
    INSERT("`insert`", "PrePersist, PostPersist", (s, stored) -> s.insert(made())),
    INSERT_WITH_KEY("`insert` with a given key", "PrePersist, PostLoad, PostPersist", (s, stored) -> s.insert(keyed())),
    INSERT_IF_ABSENT("`insertIfAbsent`", "PrePersist, PostLoad, PostPersist", (s, stored) -> s.insertIfAbsent(made())),
    INSERT_IF_ABSENT_WITH_KEY(
            "`insertIfAbsent` with a given key",
            "PrePersist, PostLoad, PostPersist",
            (s, stored) -> s.insertIfAbsent(keyed())),
    INSERT_IF_ABSENT_IN_VAIN(
            "`insertIfAbsent`, a row has its unique value", "", (s, stored) -> s.insertIfAbsent(new Diary("first"))),
    INSERT_IF_ABSENT_WITH_KEY_IN_VAIN(
            "`insertIfAbsent`, a row has its key", "", (s, stored) -> s.insertIfAbsent(over(stored))),
    INSERT_OF_A_SEQUENCE(
            "`insert`, key of a sequence", "PrePersist, PostPersist", (s, stored) -> s.insert(new Slip("first"))),
    INSERT_CASCADED(
            "`insert` of one with a leaf",
            "Notebook PrePersist, Notebook PostPersist, Leaf PrePersist, Leaf PostPersist",
            (s, stored) -> s.insert(written())),
    INSERT_ALL(
            "`insertAll` of two",
            "PrePersist, PrePersist, PostPersist, PostPersist",
            (s, stored) -> s.insertAll(List.of(made(), new Diary("third")))),
    INSERT_ALL_OF_A_SEQUENCE(
            "`insertAll` of two, keys of a sequence",
            "PrePersist, PrePersist, PostPersist, PostPersist",
            (s, stored) -> s.insertAll(List.of(new Slip("first"), new Slip("second")))),
    INSERT_ALL_WITH_KEY(
            "`insertAll` with a given key", "PrePersist, PostPersist", (s, stored) -> s.insertAll(List.of(keyed()))),
    SAVE(
            "`save`, no row",
            "PrePersist, PostPersist",
            (s, stored) -> s.save(made()).call(s::flush)),
    SAVE_WITH_KEY(
            "`save` with a given key, no row", "PrePersist, PostLoad, PostPersist", (s, stored) -> s.save(keyed())),
    SAVE_OVER(
            "`save` over a row",
            "PostLoad, PreUpdate, PostUpdate",
            (s, stored) -> s.save(over(stored)).call(s::flush)),
    SAVE_CASCADED(
            "`save` of one with a leaf, no row",
            "Notebook PrePersist, Notebook PostPersist, Leaf PrePersist, Leaf PostPersist",
            (s, stored) -> s.save(written()).call(s::flush)),
    SAVE_TRACKED_WITH_A_NEW_LEAF(
            "`save` of what is tracked, with a new leaf",
            "Leaf PrePersist, Leaf PostPersist",
            (s, stored) -> tracked(s)
                    .chain(notebook -> s.save(notebook.write("second")).call(s::flush))),
    SAVE_OVER_WITH_ANOTHER_LEAF(
            "`save` over a row whose leaf is loaded, with another leaf",
            "Leaf PrePersist, Leaf PostPersist, Leaf PreRemove, Leaf PostRemove",
            (s, stored) -> tracked(s)
                    .chain(notebook -> s.save(withAnotherLeaf(notebook)).call(s::flush))),
    SAVE_ALL(
            "`saveAll` of two, no rows",
            "PrePersist, PostPersist, PrePersist, PostPersist",
            (s, stored) -> s.saveAll(List.of(made(), new Diary("third"))).call(s::flush)),
    SAVE_ALL_OF_A_SEQUENCE(
            "`saveAll` of two, keys of a sequence, no rows",
            "PrePersist, PrePersist, PostPersist, PostPersist",
            (s, stored) ->
                    s.saveAll(List.of(new Slip("first"), new Slip("second"))).call(s::flush)),
    SAVE_ALL_WITH_KEY(
            "`saveAll` with a given key, no row",
            "PrePersist, PostLoad, PostPersist",
            (s, stored) -> s.saveAll(List.of(keyed()))),
    SAVE_ALL_OVER(
            "`saveAll` over a row",
            "PostLoad, PreUpdate, PostUpdate",
            (s, stored) -> s.saveAll(List.of(over(stored))).call(s::flush)),
    CREATE(
            "`create` of a model",
            "PrePersist, PostPersist",
            (s, stored) -> objects(s).create(made())),
    CREATE_OF_VALUES(
            "`create` of values",
            "PrePersist, PostPersist",
            (s, stored) -> objects(s).create(Map.of("text", "second"))),
    CREATE_WITH_KEY(
            "`create` with a given key",
            "PrePersist, PostLoad, PostPersist",
            (s, stored) -> objects(s).create(Map.of("id", 77, "text", "second"))),
    BULK_CREATE(
            "`bulkCreate` of two",
            "PrePersist, PostPersist, PrePersist, PostPersist",
            (s, stored) -> objects(s).bulkCreate(List.of(made(), new Diary("third")))),
    BULK_CREATE_WITH_KEY(
            "`bulkCreate` with a given key",
            "PrePersist, PostLoad, PostPersist",
            (s, stored) -> objects(s).bulkCreate(List.of(keyed()))),
    GET_OR_CREATE(
            "`getOrCreate`, no row",
            "PrePersist, PostLoad, PostPersist",
            (s, stored) -> objects(s).getOrCreate(Map.of("text", "second"))),
    GET_OR_CREATE_FOUND(
            "`getOrCreate`, a row", "PostLoad", (s, stored) -> objects(s).getOrCreate(Map.of("text", "first"))),
    UPDATE_OR_CREATE(
            "`updateOrCreate`, no row",
            "PrePersist, PostLoad, PostPersist",
            (s, stored) -> objects(s).updateOrCreate(Map.of("text", "second"), Map.of())),
    UPDATE_OR_CREATE_FOUND(
            "`updateOrCreate`, a row",
            "PostLoad, PostLoad, PreUpdate, PostUpdate",
            (s, stored) -> objects(s).updateOrCreate(Map.of("text", "first"), Map.of("text", "second"))),
    FIND("`find` or a query, not tracked before", "PostLoad", (s, stored) -> s.all(select(Diary.class))),
    STREAM(
            "`stream`",
            "PostLoad",
            (s, stored) -> s.stream(select(Diary.class)).collect().asList()),
    FIND_TRACKED(
            "`find` of what is tracked",
            "PostLoad",
            (s, stored) -> s.find(Diary.class, stored.id()).chain(() -> s.find(Diary.class, stored.id()))),
    REFRESH(
            "`refresh` of what is tracked",
            "PostLoad, PostLoad",
            (s, stored) -> s.get(Diary.class, stored.id()).chain(found -> s.refresh(found))),
    CHANGE(
            "a change, flushed",
            "PostLoad, PreUpdate, PostUpdate",
            (s, stored) -> s.get(Diary.class, stored.id())
                    .invoke(found -> found.setText("second"))
                    .chain(s::flush)),
    MERGE("`merge`", "PostLoad, PreUpdate, PostUpdate", (s, stored) -> s.merge(stored.setText("second"))),
    CHANGE_WITH_A_NEW_LEAF(
            "a new leaf in what is tracked, flushed",
            "Leaf PrePersist, Leaf PostPersist",
            (s, stored) -> tracked(s).chain(notebook -> {
                notebook.write("second");
                return s.flush();
            })),
    CHANGE_WITHOUT_A_LEAF(
            "a leaf taken out of what is tracked (orphan removal), flushed",
            "Leaf PreRemove, Leaf PostRemove",
            (s, stored) -> tracked(s).chain(notebook -> {
                notebook.leaves().clear();
                return s.flush();
            })),
    MERGE_WITH_A_NEW_LEAF(
            "`merge` of one with a new leaf",
            "Notebook PostLoad, Leaf PostLoad, Leaf PrePersist, Leaf PostPersist",
            (s, stored) -> detached(s).chain(notebook -> s.merge(notebook.write("second")))),
    DELETE(
            "`delete` of what is tracked",
            "PostLoad, PreRemove, PostRemove",
            (s, stored) -> s.get(Diary.class, stored.id()).chain(s::delete).chain(s::flush)),
    DELETE_DETACHED(
            "`delete` of what is not tracked",
            "PostLoad, PreRemove, PostRemove",
            (s, stored) -> s.delete(stored).chain(s::flush)),
    DELETE_CASCADED(
            "`delete` of one with a leaf",
            "Notebook PreRemove, Leaf PreRemove, Leaf PostRemove, Notebook PostRemove",
            (s, stored) -> tracked(s).chain(s::delete).chain(s::flush)),
    RECORD_SAVE("`ActiveRecord.save`, no row", "PrePersist, PostPersist", (s, stored) -> new Memo("first").save()),
    RECORD_SAVE_WITH_KEY(
            "`ActiveRecord.save` with a given key, no row",
            "PrePersist, PostLoad, PostPersist",
            (s, stored) ->
                    Models.from(Memo.class, Map.of("id", 77, "text", "first")).save()),
    RECORD_SAVE_TRACKED(
            "`ActiveRecord.save` of what is tracked",
            "PreUpdate, PostUpdate",
            (s, stored) -> memo(s).chain(memo -> memo.setText("second").save())),
    RECORD_SAVE_DETACHED(
            "`ActiveRecord.save` of what is not tracked",
            "PostLoad, PreUpdate, PostUpdate",
            (s, stored) -> untracked(s).chain(memo -> memo.setText("second").save())),
    RECORD_UPDATE(
            "`ActiveRecord.update` of what is tracked",
            "PreUpdate, PostUpdate",
            (s, stored) -> memo(s).chain(memo -> memo.update(Map.of("text", "second")))),
    RECORD_UPDATE_DETACHED(
            "`ActiveRecord.update` of what is not tracked",
            "PostLoad, PreUpdate, PostUpdate",
            (s, stored) -> untracked(s).chain(memo -> memo.update(Map.of("text", "second")))),
    RECORD_DELETE(
            "`ActiveRecord.delete` of what is tracked",
            "PreRemove, PostRemove",
            (s, stored) -> memo(s).chain(Memo::delete)),
    RECORD_DELETE_DETACHED(
            "`ActiveRecord.delete` of what is not tracked",
            "PostLoad, PreRemove, PostRemove",
            (s, stored) -> untracked(s).chain(Memo::delete)),
    QUERY_SET_UPDATE("`QuerySet.update`", "", (s, stored) -> objects(s).update(Map.of("text", "second"))),
    QUERY_SET_DELETE("`QuerySet.delete`", "", (s, stored) -> objects(s).delete()),
    EXECUTE_UPDATE(
            "`execute(update(…))`",
            "",
            (s, stored) -> s.execute(update(Diary.class).set(Diary::text, "second"))),
    EXECUTE_DELETE("`execute(delete(…))`", "", (s, stored) -> s.execute(delete(Diary.class)));

    private final String name;
    private final String calls;
    private final BiFunction<AsyncSession, Diary, Uni<?>> work;

    CallbackWay(String name, String calls, BiFunction<AsyncSession, Diary, Uni<?>> work) {
        this.name = name;
        this.calls = calls;
        this.work = work;
    }

    private static Diary made() {
        return new Diary("second");
    }

    private static Diary keyed() {
        return Models.from(Diary.class, Map.of("id", 77, "text", "second"));
    }

    private static Diary over(Diary stored) {
        return Models.from(Diary.class, Map.of("id", stored.id(), "text", "second"));
    }

    private static QuerySet<Diary> objects(AsyncSession session) {
        return QuerySet.of(Diary.class).on(session);
    }

    private static Notebook written() {
        return new Notebook().write("first");
    }

    private static Notebook withAnotherLeaf(Notebook row) {
        return Models.from(Notebook.class, Map.of("id", row.id(), "leaves", List.of(Map.of("text", "second"))));
    }

    /** A row and its leaf, which the session tracks; of their way here nothing is noted. */
    private static Uni<Notebook> tracked(AsyncSession session) {
        Notebook notebook = written();
        session.add(notebook);
        return session.flush().invoke(() -> Diary.calls()).replaceWith(notebook);
    }

    private static Uni<Notebook> detached(AsyncSession session) {
        return tracked(session).call(session::detach);
    }

    private static Uni<Memo> memo(AsyncSession session) {
        return session.insert(new Memo("first")).invoke(() -> Diary.calls());
    }

    private static Uni<Memo> untracked(AsyncSession session) {
        return memo(session).call(session::detach);
    }

    Uni<?> run(AsyncSession session, Diary stored) {
        return work.apply(session, stored);
    }

    List<String> calls() {
        return calls.isEmpty() ? List.of() : List.of(calls.split(", "));
    }

    /** What was called, with its class where this says it. */
    List<String> shown(List<String> noted) {
        boolean withClass = calls().stream().anyMatch(call -> call.contains(" "));
        return noted.stream()
                .filter(call -> call.startsWith("own ") || call.startsWith("of "))
                .map(call -> {
                    String[] parts = call.split(" ");
                    return parts[0].equals("own") ? parts[1] : withClass ? parts[1] + " " + parts[2] : parts[2];
                })
                .toList();
    }

    /** A line of the page. */
    String line() {
        return "| " + name + " | " + (calls.isEmpty() ? "none" : calls) + " |\n";
    }
}
