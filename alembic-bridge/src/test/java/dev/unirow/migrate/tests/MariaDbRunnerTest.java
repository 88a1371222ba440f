package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbRunnerTest extends RunnerContract implements DatabaseTarget.OnMariaDb {}
