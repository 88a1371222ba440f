package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryRelationshipsTest extends RelationshipsContract implements DatabaseTarget.OnSqliteMemory {}
