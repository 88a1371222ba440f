package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class PostgresCreateAllTest extends CreateAllContract {
    @Override
    Target target() {
        return Target.postgresql();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.postgres();
    }
}
