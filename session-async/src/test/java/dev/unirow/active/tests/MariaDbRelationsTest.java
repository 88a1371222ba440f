package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbRelationsTest extends RelationsContract implements DatabaseTarget.OnMariaDb {}
