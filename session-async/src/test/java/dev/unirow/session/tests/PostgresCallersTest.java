package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCallersTest extends CallersContract implements DatabaseTarget.OnPostgres {}
