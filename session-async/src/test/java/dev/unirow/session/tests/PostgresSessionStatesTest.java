package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresSessionStatesTest extends SessionStatesContract implements DatabaseTarget.OnPostgres {}
