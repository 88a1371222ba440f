package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryStatementListenerTest extends StatementListenerContract implements DatabaseTarget.OnSqliteMemory {}
