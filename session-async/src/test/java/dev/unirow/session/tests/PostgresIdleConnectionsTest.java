package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresIdleConnectionsTest extends IdleConnectionsContract implements DatabaseTarget.OnPostgres {}
