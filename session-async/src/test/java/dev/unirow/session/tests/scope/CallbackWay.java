package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;

import dev.unirow.active.QuerySet;
import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.models.Diary;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Every way of an operation to a row of {@link Diary}, and the callbacks that it calls, in their order. */
enum CallbackWay {
    ADD("`add`", "PrePersist, PostPersist", (s, stored) -> {
        s.add(made());
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
    INSERT_ALL(
            "`insertAll` of two",
            "PrePersist, PrePersist, PostPersist, PostPersist",
            (s, stored) -> s.insertAll(List.of(made(), new Diary("third")))),
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
    SAVE_ALL(
            "`saveAll` of two, no rows",
            "PrePersist, PostPersist, PrePersist, PostPersist",
            (s, stored) -> s.saveAll(List.of(made(), new Diary("third"))).call(s::flush)),
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
    FIND("`find`, a query or a stream, not tracked before", "PostLoad", (s, stored) -> s.all(select(Diary.class))),
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
    DELETE(
            "`delete` of what is tracked",
            "PostLoad, PreRemove, PostRemove",
            (s, stored) -> s.get(Diary.class, stored.id()).chain(s::delete).chain(s::flush)),
    DELETE_DETACHED(
            "`delete` of what is not tracked",
            "PostLoad, PreRemove, PostRemove",
            (s, stored) -> s.delete(stored).chain(s::flush)),
    EXECUTE_UPDATE(
            "`execute(update(…))`, `QuerySet.update`",
            "",
            (s, stored) -> s.execute(update(Diary.class).set(Diary::text, "second"))),
    EXECUTE_DELETE("`execute(delete(…))`, `QuerySet.delete`", "", (s, stored) -> s.execute(delete(Diary.class)));

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

    Uni<?> run(AsyncSession session, Diary stored) {
        return work.apply(session, stored);
    }

    List<String> calls() {
        return calls.isEmpty() ? List.of() : List.of(calls.split(", "));
    }

    /** A line of the page. */
    String line() {
        return "| " + name + " | " + (calls.isEmpty() ? "none" : calls) + " |\n";
    }
}
