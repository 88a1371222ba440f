package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresTelemetryTest extends TelemetryContract implements DatabaseTarget.OnPostgres {}
