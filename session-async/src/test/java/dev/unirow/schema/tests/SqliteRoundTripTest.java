package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class SqliteRoundTripTest extends RoundTripContract {
    @Override
    Target target() {
        return Target.sqlite();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.sqlite();
    }
}
