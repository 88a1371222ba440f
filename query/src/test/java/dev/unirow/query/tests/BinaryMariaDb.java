package dev.unirow.query.tests;

import dev.unirow.testing.MariaDbServer;

/** Databases whose tables, which Hibernate makes here, compare text as those do that Unirow makes. */
final class BinaryMariaDb {
    private BinaryMariaDb() {}

    static String createDatabase() {
        String name = MariaDbServer.createDatabase();
        MariaDbServer.execute(name, "alter database character set utf8mb4 collate utf8mb4_nopad_bin");
        return "127.0.0.1:" + MariaDbServer.port() + "/" + name;
    }
}
