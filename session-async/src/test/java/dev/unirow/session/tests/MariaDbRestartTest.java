package dev.unirow.session.tests;

import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OwnServer;

class MariaDbRestartTest extends RestartContract {
    @Override
    OwnServer start() {
        return MariaDbServer.own();
    }
}
