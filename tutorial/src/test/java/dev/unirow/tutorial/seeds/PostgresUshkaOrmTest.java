package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class PostgresUshkaOrmTest extends UshkaOrmContract implements DatabaseTarget.OnPostgres {}
