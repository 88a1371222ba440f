package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbFailuresTest extends FailuresContract implements DatabaseTarget.OnMariaDb {
    @Override
    String otherConnections() {
        return "select id from information_schema.processlist where db = database() and id <> connection_id()";
    }

    @Override
    String cut(long id) {
        return "kill " + id;
    }
}
