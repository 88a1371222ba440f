package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbLongResultTest extends LongResultContract implements DatabaseTarget.OnMariaDb {
    @Override
    String databaseUrl() {
        return DatabaseTarget.OnMariaDb.super.newDatabaseUrl();
    }

    @Override
    String fill(int rows) {
        return "insert into `user` (name, version) select concat('user ', seq), 0 from seq_1_to_" + rows;
    }
}
