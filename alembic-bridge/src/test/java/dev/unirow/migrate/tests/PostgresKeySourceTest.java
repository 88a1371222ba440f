package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresKeySourceTest extends KeySourceContract implements DatabaseTarget.OnPostgres {}
