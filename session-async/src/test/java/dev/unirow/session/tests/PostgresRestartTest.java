package dev.unirow.session.tests;

import dev.unirow.testing.OwnServer;
import dev.unirow.testing.PostgresServer;

class PostgresRestartTest extends RestartContract {
    @Override
    OwnServer start() {
        return PostgresServer.own();
    }
}
