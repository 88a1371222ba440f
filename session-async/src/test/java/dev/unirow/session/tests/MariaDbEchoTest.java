package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbEchoTest extends EchoContract implements DatabaseTarget.OnMariaDb {
    @Override
    String parameter(int n) {
        return "?";
    }

    @Override
    String quoted(String name) {
        return '`' + name + '`';
    }
}
