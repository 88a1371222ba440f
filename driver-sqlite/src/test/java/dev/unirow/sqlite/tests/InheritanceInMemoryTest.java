package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;

class InheritanceInMemoryTest extends InheritanceContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }
}
