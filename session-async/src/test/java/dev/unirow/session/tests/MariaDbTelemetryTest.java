package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbTelemetryTest extends TelemetryContract implements DatabaseTarget.OnMariaDb {}
