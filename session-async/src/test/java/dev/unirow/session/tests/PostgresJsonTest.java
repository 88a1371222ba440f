package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresJsonTest extends JsonContract implements DatabaseTarget.OnPostgres {}
