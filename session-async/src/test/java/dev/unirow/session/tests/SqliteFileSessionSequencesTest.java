package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSessionSequencesTest extends SessionSequencesContract implements DatabaseTarget.OnSqliteFile {}
