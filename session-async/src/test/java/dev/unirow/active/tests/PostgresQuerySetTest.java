package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresQuerySetTest extends QuerySetContract implements DatabaseTarget.OnPostgres {}
