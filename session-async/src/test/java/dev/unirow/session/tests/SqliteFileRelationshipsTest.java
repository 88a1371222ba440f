package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileRelationshipsTest extends RelationshipsContract implements DatabaseTarget.OnSqliteFile {}
