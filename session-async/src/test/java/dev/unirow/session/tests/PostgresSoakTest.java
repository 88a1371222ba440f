package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;
import java.util.Random;

class PostgresSoakTest extends SoakContract implements DatabaseTarget.OnPostgres {
    @Override
    KilledConnections killer(String url, Random random) {
        return new KilledConnections(
                url,
                "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
                "select pg_terminate_backend(%s)",
                random);
    }
}
