package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryHqlTest extends HqlContract implements DatabaseTarget.OnSqliteMemory {}
