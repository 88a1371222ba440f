package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCreationTest extends CreationContract implements DatabaseTarget.OnPostgres {}
