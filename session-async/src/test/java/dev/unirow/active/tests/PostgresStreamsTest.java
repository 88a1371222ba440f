package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresStreamsTest extends StreamsContract implements DatabaseTarget.OnPostgres {}
