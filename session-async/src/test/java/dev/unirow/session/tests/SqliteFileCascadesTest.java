package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCascadesTest extends CascadesContract implements DatabaseTarget.OnSqliteFile {}
