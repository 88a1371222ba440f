package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryMessagesTest extends MessagesContract implements DatabaseTarget.OnSqliteMemory {}
