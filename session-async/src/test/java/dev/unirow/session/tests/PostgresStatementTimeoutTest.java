package dev.unirow.session.tests;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.PostgresServer;
import java.net.URI;

class PostgresStatementTimeoutTest extends StatementTimeoutContract implements DatabaseTarget.OnPostgres {
    @Override
    Database limited(String url) {
        PostgresServer.execute(
                "postgres",
                "alter database " + URI.create(url).getPath().substring(1) + " set statement_timeout = " + MILLIS);
        return Database.open(url, models());
    }
}
