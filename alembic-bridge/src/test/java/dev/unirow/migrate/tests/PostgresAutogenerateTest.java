package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresAutogenerateTest extends AutogenerateContract implements DatabaseTarget.OnPostgres {}
