package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryInterruptionTest extends InterruptionContract implements DatabaseTarget.OnSqliteMemory {
    @Override
    String endless() {
        return "with recursive n (i) as (select 1 union all select i + 1 from n) select 'x' from n where i < 0";
    }
}
