package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbFailuresTest extends FailuresContract implements DatabaseTarget.OnMariaDb {
    @Override
    String otherConnections() {
        return "select id from information_schema.processlist where db = database() and id <> connection_id()";
    }

    @Override
    String sleepLong() {
        return "select sleep(600)";
    }

    @Override
    String asleep() {
        return "select id from information_schema.processlist where db = database() and state = 'User sleep'";
    }

    @Override
    String cut(long id) {
        return "kill " + id;
    }
}
