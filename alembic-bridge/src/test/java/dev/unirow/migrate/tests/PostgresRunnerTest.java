package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresRunnerTest extends RunnerContract implements DatabaseTarget.OnPostgres {}
