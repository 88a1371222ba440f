package dev.unirow.session.tests;

import dev.unirow.testing.PostgresServer;

class PostgresPasswordsTest extends PasswordsContract {
    @Override
    String scheme() {
        return "postgresql";
    }

    @Override
    int port() {
        return PostgresServer.port();
    }

    @Override
    String newDatabase() {
        return PostgresServer.createDatabase();
    }

    @Override
    void createUser(String name, String password) {
        PostgresServer.createUser(name, password);
    }
}
