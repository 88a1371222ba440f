package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresSessionQueriesTest extends SessionQueriesContract implements DatabaseTarget.OnPostgres {}
