package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;

class KeyInMemoryTest extends KeyContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }
}
