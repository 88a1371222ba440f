package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;

class HibernateInMemoryTest extends HibernateContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }
}
