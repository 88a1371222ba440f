package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbPoolTest extends PoolContract implements DatabaseTarget.OnMariaDb {}
