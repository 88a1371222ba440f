package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class SqliteTypesTest extends TypesContract {
    @Override
    Target target() {
        return Target.sqlite();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.sqlite();
    }
}
