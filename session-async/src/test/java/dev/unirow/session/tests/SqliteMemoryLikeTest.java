package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget.OnSqliteMemory;

class SqliteMemoryLikeTest extends LikeContract implements OnSqliteMemory {}
