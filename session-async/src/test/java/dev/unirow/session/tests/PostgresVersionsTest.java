package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresVersionsTest extends VersionsContract implements DatabaseTarget.OnPostgres {}
