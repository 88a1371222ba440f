package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresTypesTest extends TypesContract implements DatabaseTarget.OnPostgres {}
