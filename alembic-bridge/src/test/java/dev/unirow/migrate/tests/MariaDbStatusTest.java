package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbStatusTest extends StatusContract implements DatabaseTarget.OnMariaDb {}
