package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;
import java.util.Random;

class MariaDbSoakTest extends SoakContract implements DatabaseTarget.OnMariaDb {
    @Override
    KilledConnections killer(String url, Random random) {
        return new KilledConnections(
                url,
                "select id from information_schema.processlist where db = database() and id <> connection_id()",
                "kill %s",
                random);
    }
}
