package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class SqliteFeaturesTest extends FeaturesContract {
    @Override
    Target target() {
        return Target.sqlite();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.sqlite();
    }
}
