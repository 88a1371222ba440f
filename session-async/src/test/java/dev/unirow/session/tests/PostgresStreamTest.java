package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresStreamTest extends StreamContract implements DatabaseTarget.OnPostgres {}
