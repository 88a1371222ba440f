package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileMessagesTest extends MessagesContract implements DatabaseTarget.OnSqliteFile {}
