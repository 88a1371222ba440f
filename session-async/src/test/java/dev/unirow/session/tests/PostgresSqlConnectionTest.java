package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresSqlConnectionTest extends SqlConnectionContract implements DatabaseTarget.OnPostgres {}
