package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresSessionRowsTest extends SessionRowsContract implements DatabaseTarget.OnPostgres {}
