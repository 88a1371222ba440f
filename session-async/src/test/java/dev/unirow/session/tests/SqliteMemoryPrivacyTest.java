package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;
import java.util.List;

class SqliteMemoryPrivacyTest extends PrivacyContract implements DatabaseTarget.OnSqliteMemory {
    @Override
    List<String> hardToRead() {
        return List.of(
                "select name as [it's] from agent where real_name = 'Dive Wilson'",
                "select name as [/*] from [agent] where [real_name] = 'Dive Wilson' -- [",
                "select name from 'agent' where real_name = 'Dive Wilson'",
                "select name from agent where real_name = \"Dive Wilson\"",
                "select real_name as 's' from agent where s = 'Dive Wilson'",
                "select case when s = 'Dive Wilson' then 1 end from (select real_name as s from agent) x",
                "select real_name = 'Dive Wilson' from agent",
                "select name from agent where name = '\\' or real_name = 'Dive Wilson' or name = '\\'",
                "select name /* /* ' */ from agent where real_name = 'Dive Wilson'",
                "select name from agent where real_name = 'Dive Wilson' /* it's",
                "with x(a, b, c, d, e) as (select * from agent) select * from x");
    }
}
