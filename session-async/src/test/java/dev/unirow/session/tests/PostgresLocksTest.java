package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresLocksTest extends LocksContract implements DatabaseTarget.OnPostgres {}
