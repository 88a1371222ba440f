package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresViolationsTest extends ViolationsContract implements DatabaseTarget.OnPostgres {}
