package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCreationTest extends CreationContract implements DatabaseTarget.OnPostgres {}
