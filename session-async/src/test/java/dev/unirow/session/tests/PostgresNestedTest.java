package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresNestedTest extends NestedContract implements DatabaseTarget.OnPostgres {}
