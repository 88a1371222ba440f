package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbAutogenerateTest extends AutogenerateContract implements DatabaseTarget.OnMariaDb {}
