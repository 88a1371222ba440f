package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class MariaDbEncodeOrmTest extends EncodeOrmContract implements DatabaseTarget.OnMariaDb {}
