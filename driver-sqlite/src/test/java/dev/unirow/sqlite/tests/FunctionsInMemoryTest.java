package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;

class FunctionsInMemoryTest extends FunctionsContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }
}
