package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresTablesTest extends TablesContract implements DatabaseTarget.OnPostgres {}
