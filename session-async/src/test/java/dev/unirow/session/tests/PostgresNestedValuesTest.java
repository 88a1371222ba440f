package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresNestedValuesTest extends NestedValuesContract implements DatabaseTarget.OnPostgres {}
