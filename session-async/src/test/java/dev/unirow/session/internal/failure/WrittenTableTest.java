package dev.unirow.session.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "insert into pet (name) values (?)          | INSERT  | pet",
                "INSERT INTO \"pet\" AS p(name) VALUES (?)  | INSERT  | pet",
                "insert into `a``b`(name) values (?)        | INSERT  | a`b",
                "insert ignore into pet values (?)          | REPLACE | pet",
                "insert or replace into pet values (?)      | REPLACE | pet",
                "replace into pet values (?)                | REPLACE | pet",
                "update \"p\"\"t\" set name = ?             | UPDATE  | p\"t",
                "update pet p1_0 set name = ?               | UPDATE  | pet",
                "update pet as p set name = ?               | UPDATE  | pet",
                "delete from pet where id = ?               | DELETE  | pet",
                "delete from pet p1_0 where id = ?          | DELETE  | pet",
                "  delete from pet                          | DELETE  | pet",
                "delete p1_0 from pet p1_0                  | DELETE  | pet",
                "delete p1_0 from `pet` p1_0 where id = ?   | DELETE  | pet"
            })
    void theFirstWordsNameTheTable(String sql, WrittenTable.Verb verb, String table) {
        assertThat(WrittenTable.of(sql)).contains(new WrittenTable(verb, table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "COMMIT",
                "select * from pet",
                "insert into other.pet values (1)",
                "insert into \"other\".\"pet\" values (1)",
                "update pet, owner set name = 1",
                "update pet p join owner o on o.id = p.owner set o.name = 1",
                "delete from pet using pet join owner",
                "delete pet from pet join owner",
                "delete p1_0 from pet p1_0 join owner o1_0 where id = 1",
                "with x as (select 1) insert into pet select * from x"
            })
    void whatWritesElsewhereOrToSeveralIsNotKnown(String sql) {
        assertThat(WrittenTable.of(sql)).isEmpty();
    }
}
