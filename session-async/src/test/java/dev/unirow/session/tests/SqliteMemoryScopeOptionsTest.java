package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryScopeOptionsTest extends ScopeOptionsContract implements DatabaseTarget.OnSqliteMemory {}
