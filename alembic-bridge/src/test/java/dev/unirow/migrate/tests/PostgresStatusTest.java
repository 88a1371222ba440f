package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresStatusTest extends StatusContract implements DatabaseTarget.OnPostgres {}
