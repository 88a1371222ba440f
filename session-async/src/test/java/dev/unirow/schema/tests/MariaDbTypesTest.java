package dev.unirow.schema.tests;

import dev.unirow.schema.Target;

class MariaDbTypesTest extends TypesContract {
    @Override
    Target target() {
        return Target.mariadb();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.mariaDb();
    }
}
