package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresColumnsTest extends ColumnsContract implements DatabaseTarget.OnPostgres {}
