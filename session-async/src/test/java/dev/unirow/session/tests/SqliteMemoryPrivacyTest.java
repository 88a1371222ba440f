package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryPrivacyTest extends PrivacyContract implements DatabaseTarget.OnSqliteMemory {}
