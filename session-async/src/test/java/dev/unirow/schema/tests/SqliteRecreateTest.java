package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class SqliteRecreateTest extends RecreateContract {
    @Override
    Target target() {
        return Target.sqlite();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.sqlite();
    }
}
