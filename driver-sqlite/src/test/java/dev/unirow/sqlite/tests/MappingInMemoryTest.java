package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;

class MappingInMemoryTest extends MappingContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }
}
