package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes of tables whose rows take along many others when they are deleted: ten parents with a thousand children each,
 * and children that refer to children. SQLite copies such a table and drops it.
 */
@EachDatabase
@Tag("slow")
@SuppressWarnings("unused") // the attributes are columns
class ManyChildrenContract extends MigrationFixture {
    private static final String EACH_CHILD = "select id, parent_id, elder_id, name from child order by id";

    @Entity(name = "Parent")
    @Table(name = "parent")
    static class Parent {
        @Id
        private @Nullable Long id;

        @Column(length = 20)
        private @Nullable String name;

        private int age;
    }

    @Entity(name = "Parent")
    @Table(name = "parent")
    static class ChangedParent {
        @Id
        private @Nullable Long id;

        @Column(length = 90, nullable = false, unique = true)
        private @Nullable String name;

        private long age;
    }

    @Entity(name = "Child")
    @Table(name = "child")
    static class Child {
        @Id
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private @Nullable Parent parent;

        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private @Nullable Child elder;

        @Column(length = 20)
        private @Nullable String name;
    }

    @Entity(name = "Child")
    @Table(name = "child")
    static class ChildOfChangedParent {
        @Id
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private @Nullable ChangedParent parent;

        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private @Nullable ChildOfChangedParent elder;

        @Column(length = 20)
        private @Nullable String name;
    }

    @Entity(name = "Child")
    @Table(name = "child")
    static class ChangedChild {
        @Id
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private @Nullable ChangedParent parent;

        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private @Nullable ChangedChild elder;

        @Column(length = 90, nullable = false)
        private @Nullable String name;
    }

    @ParameterizedTest
    @ValueSource(classes = {ChildOfChangedParent.class, ChangedChild.class})
    void aChangeLosesNoChildAndChangesNone(Class<?> child) {
        Database db = open(List.of());
        fill(db);
        List<?> children = rows(db, EACH_CHILD);
        List<?> parents = rows(db, "select * from parent order by id");
        assertThat(children).hasSize(10_000);
        Migrations changed = migrations(db, List.of(ChangedParent.class, child)).withDestructive();
        assertThat(await(changed.autogenerate("change")).revision()).isNotNull();

        run(changed.upgrade("head"));

        assertThat(rows(db, EACH_CHILD)).isEqualTo(children);
        assertThat(rows(db, "select * from parent order by id")).hasToString(parents.toString());
        assertThat(await(changed.check())).isEmpty();

        run(changed.downgrade("-1"));

        assertThat(rows(db, EACH_CHILD)).isEqualTo(children);
        assertThat(rows(db, "select * from parent order by id")).isEqualTo(parents);
    }

    @Test
    void childrenStillGoWithTheirParentAfterAChange() {
        Database db = open(List.of());
        fill(db);
        Migrations changed =
                migrations(db, List.of(ChangedParent.class, ChangedChild.class)).withDestructive();
        assertThat(await(changed.autogenerate("change")).revision()).isNotNull();
        run(changed.upgrade("head"));

        execute(db, "delete from parent where id = 3");

        assertThat(count(db, "child where parent_id = 3")).isZero();
        assertThat(count(db, "child")).isEqualTo(9_000);
    }

    private void fill(Database db) {
        Migrations migrations = migrations(db, List.of(Parent.class, Child.class));
        assertThat(await(migrations.autogenerate("first")).revision()).isNotNull();
        run(migrations.upgrade("head"));
        for (int id = 0; id < 10; id++) {
            execute(db, "insert into parent (id, name, age) values (%1$d, 'Parent %1$d', 3%1$d)".formatted(id));
        }
        execute(
                db,
                "insert into child (id, parent_id, name) select a.id + 10 * b.id + 100 * c.id + 1000 * d.id, a.id,"
                        + " b.name from parent a, parent b, parent c, parent d",
                // each refers to one of the same parent
                "update child set elder_id = id - 10 where id >= 10 and id % 20 >= 10");
    }

    private static List<?> rows(Database db, String sql) {
        return await(db.connect(connection -> connection.select(sql)));
    }
}
