package dev.unirow.sqlite.tests;

import dev.unirow.sqlite.SqliteConfig;

class AssociationInMemoryTest extends AssociationContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }
}
