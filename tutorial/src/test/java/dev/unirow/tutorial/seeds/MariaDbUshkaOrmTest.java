package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class MariaDbUshkaOrmTest extends UshkaOrmContract implements DatabaseTarget.OnMariaDb {}
