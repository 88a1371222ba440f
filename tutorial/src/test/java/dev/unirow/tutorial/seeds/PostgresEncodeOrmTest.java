package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class PostgresEncodeOrmTest extends EncodeOrmContract implements DatabaseTarget.OnPostgres {}
