package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCreationTest extends CreationContract implements DatabaseTarget.OnMariaDb {}
