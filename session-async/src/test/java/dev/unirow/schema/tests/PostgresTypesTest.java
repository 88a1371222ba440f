package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class PostgresTypesTest extends TypesContract {
    @Override
    Target target() {
        return Target.postgresql();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.postgres();
    }
}
