package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresPoolTest extends PoolContract implements DatabaseTarget.OnPostgres {}
