package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A history whose rows tell whether a statement has run twice, or not at all. */
final class FiveRevisions {
    static final List<String> IDS = List.of("a1", "b2", "c3", "d4", "e5");

    private FiveRevisions() {}

    static void write(MigrationFixture fixture) {
        fixture.revision("a1", "", """
                -- upgrade
                create table cat (id integer not null primary key, name varchar(50) not null);
                insert into cat (id, name) values (1, 'a');
                insert into cat (id, name) values (2, 'b');
                -- downgrade
                drop table cat;
                """);
        fixture.revision("b2", "a1", """
                -- upgrade
                alter table cat add column age integer;
                update cat set age = id;
                -- downgrade
                alter table cat drop column age;
                """);
        fixture.revision("c3", "b2", """
                -- upgrade
                create table mouse (id integer not null primary key, cat_id integer not null,
                    constraint fk_mouse_cat_id_cat foreign key (cat_id) references cat (id) on delete cascade);
                insert into mouse (id, cat_id) select id, id from cat;
                update cat set age = age + 10;
                -- downgrade
                drop table mouse;
                """);
        fixture.revision("d4", "c3", """
                -- upgrade [sqlite]
                -- batch cat (id, name, age)
                create table cat_new (id integer not null primary key, name varchar(90) not null, age integer);
                insert into cat_new (id, name, age) select id, name, age from cat;
                drop table cat;
                alter table cat_new rename to cat;
                create index ix_cat_name on cat (name);
                insert into cat (id, name, age) values (3, 'c', 13);
                -- upgrade [postgresql]
                alter table cat alter column name type varchar(90);
                create index ix_cat_name on cat (name);
                insert into cat (id, name, age) values (3, 'c', 13);
                -- upgrade [mariadb]
                alter table cat modify name varchar(90) not null;
                create index ix_cat_name on cat (name);
                insert into cat (id, name, age) values (3, 'c', 13);
                """);
        fixture.revision("e5", "d4", """
                -- upgrade
                alter table cat rename column age to years;
                update cat set years = years + 100;
                insert into mouse (id, cat_id) values (3, 3);
                alter table mouse rename to vole;
                update vole set id = id + 1000;
                """);
    }

    static void assertApplied(Database db) {
        assertThat(texts(db, "select version_num from alembic_version")).containsExactly("e5");
        assertThat(texts(db, "select name from cat order by id")).containsExactly("a", "b", "c");
        assertThat(texts(db, "select years from cat order by id")).containsExactly("111", "112", "113");
        assertThat(texts(db, "select id from vole order by id")).containsExactly("1001", "1002", "1003");
        assertThat(texts(db, "select cat_id from vole order by id")).containsExactly("1", "2", "3");
        assertThat(await(db.reflect()).tables())
                .extracting(Table::name)
                .containsExactlyInAnyOrder("alembic_version", "cat", "vole");
    }

    /** The tables, and their rows, without those of migrations. */
    static String state(Database db) {
        Schema schema = await(db.reflect()).without("alembic_version").without("unirow_progress");
        Map<String, List<String>> rows = new TreeMap<>();
        schema.tables()
                .forEach(table -> rows.put(table.name(), texts(db, "select * from " + table.name() + " order by id")));
        return schema.tables() + "\n" + rows;
    }

    private static List<String> texts(Database db, String sql) {
        return await(db.connect(connection -> connection.select(sql))).stream()
                .map(row ->
                        row.size() == 1 ? String.valueOf(row.values().iterator().next()) : row.toString())
                .toList();
    }
}
