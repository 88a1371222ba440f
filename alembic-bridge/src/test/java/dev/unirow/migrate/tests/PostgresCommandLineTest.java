package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCommandLineTest extends CommandLineContract implements DatabaseTarget.OnPostgres {}
