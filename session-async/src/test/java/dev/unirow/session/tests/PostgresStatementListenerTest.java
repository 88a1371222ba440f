package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresStatementListenerTest extends StatementListenerContract implements DatabaseTarget.OnPostgres {}
