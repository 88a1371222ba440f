package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresFailuresTest extends FailuresContract implements DatabaseTarget.OnPostgres {
    @Override
    String otherConnections() {
        return "select pid as id from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    }

    @Override
    String sleepLong() {
        return "select 1 from pg_sleep(600)";
    }

    @Override
    String asleep() {
        return "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
    }

    @Override
    String cut(long id) {
        return "select pg_terminate_backend(" + id + ")";
    }
}
