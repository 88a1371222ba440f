package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresEchoTest extends EchoContract implements DatabaseTarget.OnPostgres {
    @Override
    String parameter(int n) {
        return "$" + n;
    }
}
