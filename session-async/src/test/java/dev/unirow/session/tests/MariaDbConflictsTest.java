package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbConflictsTest extends ConflictsContract implements DatabaseTarget.OnMariaDb {
    @Override
    String impatience() {
        return "set innodb_lock_wait_timeout = 1";
    }
}
