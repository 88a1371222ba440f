package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryCascadesTest extends CascadesContract implements DatabaseTarget.OnSqliteMemory {}
