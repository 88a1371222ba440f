package dev.unirow.session.internal.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.internal.wire.ParameterStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementSummaryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "select p1_0.id from pet p1_0 where p1_0.id=? | SELECT | pet",
                "select p.id from pet p join owner o on o.id=p.owner_id | SELECT | -",
                "select 1 from pet p, owner o | SELECT | -",
                "select 1 from pet, owner | SELECT | -",
                "select 1 from pet a join pet b on a.id=b.id | SELECT | pet",
                "select 1 from \"user\" for update | SELECT | user",
                "SELECT 1 | SELECT | -",
                "insert into public.pet (name) values (?) on conflict do update set name=? | INSERT | public.pet",
                "update `user` set name=? | UPDATE | user",
                "delete from pet where id in (select id from dead) | DELETE | -",
                "with x as (select 1) insert into pet select * from x | INSERT | -",
                "create unique index ix_pet_name on pet (name) | CREATE INDEX | -",
                "create table if not exists pet (id integer) | CREATE TABLE | pet",
                "drop table pet | DROP TABLE | pet",
                "COMMIT | COMMIT | -",
                "ROLLBACK TO SAVEPOINT s1 | ROLLBACK | -",
            })
    void tellsTheOperationAndTheOnlyTable(String sql, String operation, String table) {
        StatementSummary summary = StatementSummary.of(sql, ParameterStyle.QUESTION_MARKS);

        assertThat(summary.operation()).isEqualTo(operation);
        assertThat(summary.table().orElse("-")).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "select * from pet where name='it''s' and age>12.5 and id=$1 | select * from pet where name=? and age>? and id=$1",
                "select u1_0.id from t2 u1_0 where x=E'\\'' limit 3 -- 'kept' | select u1_0.id from t2 u1_0 where x=? limit ? -- 'kept'",
                "select \"a 1\" from t | select \"a 1\" from t",
            })
    void theQueryTextHasNoLiterals(String sql, String text) {
        assertThat(StatementSummary.of(sql, ParameterStyle.NUMBERED).queryText())
                .isEqualTo(text);
    }
}
