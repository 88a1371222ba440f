package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresConstraintsTest extends ConstraintsContract implements DatabaseTarget.OnPostgres {}
