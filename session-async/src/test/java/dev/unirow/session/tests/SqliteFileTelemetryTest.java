package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileTelemetryTest extends TelemetryContract implements DatabaseTarget.OnSqliteFile {}
