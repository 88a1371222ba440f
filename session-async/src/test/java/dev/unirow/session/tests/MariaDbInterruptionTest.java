package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbInterruptionTest extends InterruptionContract implements DatabaseTarget.OnMariaDb {
    @Override
    String endless() {
        return "select sleep(600)";
    }
}
