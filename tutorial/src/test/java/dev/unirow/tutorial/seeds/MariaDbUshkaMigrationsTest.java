package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class MariaDbUshkaMigrationsTest extends UshkaMigrationsContract implements DatabaseTarget.OnMariaDb {}
