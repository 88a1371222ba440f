package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileStatementListenerTest extends StatementListenerContract implements DatabaseTarget.OnSqliteFile {}
