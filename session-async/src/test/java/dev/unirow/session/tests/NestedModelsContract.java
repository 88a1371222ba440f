package dev.unirow.session.tests;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.Created;
import dev.unirow.active.QuerySet;
import dev.unirow.model.Models;
import dev.unirow.model.Naming;
import dev.unirow.query.Hql;
import dev.unirow.query.Select;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Drawer;
import dev.unirow.session.tests.models.Drawer.DatedTask;
import dev.unirow.session.tests.models.Drawer.Draft;
import dev.unirow.session.tests.models.Drawer.Folder;
import dev.unirow.session.tests.models.Drawer.Letter;
import dev.unirow.session.tests.models.Drawer.Note;
import dev.unirow.session.tests.models.Drawer.Paper;
import dev.unirow.session.tests.models.Drawer.Receipt;
import dev.unirow.session.tests.models.Drawer.Stamp;
import dev.unirow.session.tests.models.Drawer.Task;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Models that are nested in other classes are asked for like all others, and their tables are called as if they stood
 * alone.
 */
@EachDatabase
class NestedModelsContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return Drawer.MODELS;
    }

    private void store(Object... models) {
        await(db.begin(session -> {
            session.addAll(models);
            return session.flush();
        }));
    }

    private <R> List<R> all(Hql<R> statement) {
        return await(db.read(session -> session.all(statement)));
    }

    private <T> List<T> all(Select<T> models) {
        return await(db.read(session -> session.all(models)));
    }

    private List<String> texts() {
        return all(select(Note.class).orderBy(asc(Note::text))).stream()
                .map(Note::text)
                .toList();
    }

    @Test
    void theyAreSelectedCountedUpdatedAndDeleted() {
        store(new Note("a"), new Note("b"), new Note("c"));

        assertThat(texts()).containsExactly("a", "b", "c");
        Integer changed = await(db.begin(session -> session.execute(
                update(Note.class).set(Note::weight, 7).where(text(Note::text).lt("c")))));
        Long heavy = await(db.read(session ->
                session.count(select(Note.class).where(number(Note::weight).eq(7)))));
        Integer gone = await(db.begin(session ->
                session.execute(delete(Note.class).where(text(Note::text).eq("b")))));

        assertThat(changed).isEqualTo(2);
        assertThat(heavy).isEqualTo(2);
        assertThat(gone).isEqualTo(1);
        assertThat(texts()).containsExactly("a", "c");
    }

    @Test
    void querySetsFindCreateUpdateAndDeleteThem() {
        QuerySet<Note> notes = QuerySet.of(Note.class).in(db);
        await(notes.create(Map.of("text", "a")));
        Created<Note> again = await(notes.getOrCreate(Map.of("text", "a")));
        Created<Note> made = await(notes.getOrCreate(Map.of("text", "b")));
        Created<Note> changed = await(notes.updateOrCreate(Map.of("text", "b"), Map.of("weight", 3)));
        await(notes.bulkCreate(List.of(new Note("c"), new Note("d"))));

        assertThat(again.created()).isFalse();
        assertThat(made.created()).isTrue();
        assertThat(changed.created()).isFalse();
        Long four = await(notes.filter("text__in", List.of("a", "b", "c", "d")).count());
        Note heavy = await(notes.get("weight", 3));
        Integer updated = await(notes.filter("text", "a").update(Map.of("weight", 9)));
        Integer gone = await(notes.filter("weight", 9).delete());
        assertThat(four).isEqualTo(4);
        assertThat(heavy.text()).isEqualTo("b");
        assertThat(updated).isEqualTo(1);
        assertThat(gone).isEqualTo(1);
        assertThat(texts()).containsExactly("b", "c", "d");
    }

    @Test
    void theyReferToEachOtherAndAreFetchedTogether() {
        Folder folder = new Folder("work");
        store(folder, new Note("a").setFolder(folder), new Note("b"));

        List<Note> inFolder = all(select(Note.class)
                .where(ref(Note::folder).text(Folder::label).eq("work"))
                .fetch(Note::folder));
        Integer changed = await(db.begin(session -> session.execute(update(Note.class)
                .set(Note::weight, 4)
                .where(ref(Note::folder).text(Folder::label).eq("work")))));
        Folder fetched =
                await(db.read(session -> session.one(select(Folder.class).fetch(Folder::notes))));

        assertThat(inFolder).hasSize(1);
        assertThat(inFolder.get(0).folder().label()).isEqualTo("work");
        assertThat(changed).isEqualTo(1);
        assertThat(fetched.notes()).extracting(Note::text).containsExactly("a");
        assertThat(fetched.notes()).extracting(Note::weight).containsExactly(4);
    }

    @Test
    void hqlNamesThemWithAndWithoutTheClassAroundThem() {
        store(new Note("a"), new Draft("d1"), new Letter("hello", "mum"), new Receipt("bill", 5));

        for (String name : List.of("Note", "Drawer$Note", Note.class.getName())) {
            assertThat(all(hql(Note.class, "select n from " + name + " n where n.text = :text")
                            .with("text", "a")))
                    .as(name)
                    .hasSize(1);
        }
        assertThat(all(hql(Draft.class, "from DraftOfStamp"))).hasSize(1);
        assertThat(all(hql(String.class, "select p.title from Paper p where type(p) = Letter")))
                .containsExactly("hello");
    }

    @Test
    void aHierarchyIsToldApartByTheNamesOfItsClassesAlone() {
        store(new Receipt("bill", 5), new Letter("hello", "mum"), new Task("call"), new DatedTask("visit", 3));

        assertThat(all(select(Paper.class).orderBy(asc(Paper::title))))
                .hasExactlyElementsOfTypes(Receipt.class, Letter.class);
        assertThat(all(select(Letter.class))).extracting(Letter::sender).containsExactly("mum");
        assertThat(all(select(Task.class).orderBy(asc(Task::title))))
                .hasExactlyElementsOfTypes(Task.class, DatedTask.class);
        assertThat(rows("select * from paper order by title"))
                .extracting(row -> row.get("DTYPE"))
                .containsExactly("Receipt", "Letter");
    }

    @Test
    void aVersionIsRaisedAndAStaleNestedModelIsRefused() {
        Note note = new Note("a");
        AsyncSession session = db.session();
        session.add(note);
        await(session.commit());
        await(db.begin(other -> other.execute(update(Note.class).set(Note::weight, 1))));

        note.setText("changed");

        assertThatThrownBy(() -> await(session.commit()))
                .isInstanceOf(StaleModelException.class)
                .hasMessageContaining("The row of Note");
        await(session.close());
        assertThat(readElsewhere(Note.class, note.id()).version()).isEqualTo(1);
    }

    @Test
    void noNameInTheDatabaseHasThatOfTheClassAroundThem() {
        Schema tables = await(db.reflect());

        assertThat(tables.tables())
                .extracting(Table::name)
                .filteredOn(name -> !name.endsWith("_seq")) // where the database has no sequences
                .containsExactlyInAnyOrder(
                        "note",
                        "folder",
                        "note_keywords",
                        "note_stamp",
                        "stamp",
                        "draft_of_stamp",
                        "paper",
                        "task",
                        "dated_task");
        assertThat(tables.toJson()).doesNotContainIgnoringCase("drawer").doesNotContain("$");
        assertThat(tables.table("note_keywords").orElseThrow().columns())
                .extracting(column -> column.name())
                .containsExactlyInAnyOrder("note_id", "keywords");
        assertThatThrownBy(() -> store(new Note("a"), new Note("a")))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        refused -> assertThat(refused.getMessage()).contains("uq_note_text", "model Note"));
    }

    @Test
    void pluralNamesAreThoseOfTheClassesAloneToo() {
        try (Database plural = Database.builder(target.newDatabaseUrl())
                .naming(Naming.standard().withPlural(true))
                .models(Drawer.MODELS)
                .open()) {
            await(plural.createAll());
            await(plural.begin(session -> session.insertAll(List.of(new Stamp("rose"), new Stamp("tulip")))));

            assertThat(await(plural.reflect()).tables())
                    .extracting(Table::name)
                    .contains("notes", "folders", "note_keywords", "notes_stamps", "papers", "dated_tasks");
            Long stamps = await(plural.read(session -> session.count(select(Stamp.class))));
            assertThat(stamps).isEqualTo(2);
        }
    }

    @Test
    @Tag("model")
    void theyArePrintedAndDescribedByTheirSimpleNames() {
        assertThat(new Note("a").toString()).startsWith("Note(");
        assertThat(Models.jsonSchema(Folder.class).toString())
                .contains("Folder")
                .doesNotContain("Drawer");
    }

    static final class Left {
        @Entity
        static class Memo {
            @Id
            private Long id;

            @ElementCollection
            private Set<String> words = new HashSet<>();
        }
    }

    static final class Right {
        @Entity
        static class Memo {
            @Id
            private Long id;
        }

        @Entity
        @jakarta.persistence.Table(name = "memo")
        static class SameTable {
            @Id
            private Long id;
        }
    }

    static final class Named {
        @Entity
        @jakarta.persistence.Table(name = "other_memo")
        static class Memo {
            @Id
            private Long id;

            @ElementCollection
            private Set<String> words = new HashSet<>();
        }
    }

    @Test
    void twoOfOneSimpleNameDoNotShareATableUnlessTheyNameIt() {
        assertThatThrownBy(() -> Database.open(target.newDatabaseUrl(), Left.Memo.class, Right.Memo.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "'" + Left.Memo.class.getName() + "'",
                        "'" + Right.Memo.class.getName() + "'",
                        "would share the table 'memo'",
                        "Name the table of one of them with @Table(name = …), or rename a class.");
        assertThatThrownBy(() -> Database.open(target.newDatabaseUrl(), Left.Memo.class, Named.Memo.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        Left.Memo.class.getName() + ".words",
                        Named.Memo.class.getName() + ".words",
                        "'memo_words'",
                        "@CollectionTable(name = …)");
        try (Database shared = Database.open(target.newDatabaseUrl(), Left.Memo.class, Right.SameTable.class)) {
            await(shared.createAll());
            Long rows = await(shared.read(session -> session.count(select(Right.SameTable.class))));
            assertThat(rows).isZero();
        }
    }
}
