package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresThreadsTest extends ThreadsContract implements DatabaseTarget.OnPostgres {}
