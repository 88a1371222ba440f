package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryNestedModelsTest extends NestedModelsContract implements DatabaseTarget.OnSqliteMemory {}
