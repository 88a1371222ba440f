package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class MariaDbFeaturesTest extends FeaturesContract {
    @Override
    Target target() {
        return Target.mariadb();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.mariaDb();
    }
}
