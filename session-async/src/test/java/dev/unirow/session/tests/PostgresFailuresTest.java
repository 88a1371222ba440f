package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresFailuresTest extends FailuresContract implements DatabaseTarget.OnPostgres {}
