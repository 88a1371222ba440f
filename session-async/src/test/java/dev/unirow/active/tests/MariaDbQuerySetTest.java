package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbQuerySetTest extends QuerySetContract implements DatabaseTarget.OnMariaDb {}
