package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresRelationsTest extends RelationsContract implements DatabaseTarget.OnPostgres {}
