package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileNestedModelsTest extends NestedModelsContract implements DatabaseTarget.OnSqliteFile {}
