package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCommandLineTest extends CommandLineContract implements DatabaseTarget.OnMariaDb {}
