package dev.unirow.session.tests;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.MariaDbServer;
import org.junit.jupiter.api.AfterEach;

class MariaDbStatementTimeoutTest extends StatementTimeoutContract implements DatabaseTarget.OnMariaDb {
    @Override
    Database limited(String url) {
        MariaDbServer.execute("mysql", "set global max_statement_time = " + MILLIS / 1000.0);
        return Database.open(url, models());
    }

    @AfterEach
    void liftTheLimit() {
        MariaDbServer.execute("mysql", "set global max_statement_time = 0");
    }
}
