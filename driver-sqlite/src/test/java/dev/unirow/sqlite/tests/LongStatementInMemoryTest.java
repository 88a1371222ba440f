package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;

class LongStatementInMemoryTest extends LongStatementContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }
}
