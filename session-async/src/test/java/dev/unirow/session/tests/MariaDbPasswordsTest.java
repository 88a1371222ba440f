package dev.unirow.session.tests;

import dev.unirow.testing.MariaDbServer;

class MariaDbPasswordsTest extends PasswordsContract {
    @Override
    String scheme() {
        return "mariadb";
    }

    @Override
    int port() {
        return MariaDbServer.port();
    }

    @Override
    String newDatabase() {
        return MariaDbServer.createDatabase();
    }

    @Override
    void createUser(String name, String password) {
        MariaDbServer.createUser(name, password);
    }
}
