package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresInheritanceTest extends InheritanceContract implements DatabaseTarget.OnPostgres {}
