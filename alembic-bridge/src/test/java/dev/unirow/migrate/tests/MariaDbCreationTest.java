package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCreationTest extends CreationContract implements DatabaseTarget.OnMariaDb {}
