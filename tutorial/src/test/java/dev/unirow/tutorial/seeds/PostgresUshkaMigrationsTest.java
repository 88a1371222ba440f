package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class PostgresUshkaMigrationsTest extends UshkaMigrationsContract implements DatabaseTarget.OnPostgres {}
