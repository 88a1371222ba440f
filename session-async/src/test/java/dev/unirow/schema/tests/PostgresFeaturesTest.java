package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class PostgresFeaturesTest extends FeaturesContract {
    @Override
    Target target() {
        return Target.postgresql();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.postgres();
    }
}
