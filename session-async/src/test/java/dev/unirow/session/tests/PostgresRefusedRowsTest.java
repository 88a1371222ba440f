package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresRefusedRowsTest extends RefusedRowsContract implements DatabaseTarget.OnPostgres {}
