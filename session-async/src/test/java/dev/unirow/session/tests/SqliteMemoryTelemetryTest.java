package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryTelemetryTest extends TelemetryContract implements DatabaseTarget.OnSqliteMemory {}
