package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFilePrivacyTest extends PrivacyContract implements DatabaseTarget.OnSqliteFile {}
