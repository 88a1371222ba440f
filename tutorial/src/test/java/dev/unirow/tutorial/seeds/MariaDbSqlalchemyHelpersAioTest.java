package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSqlalchemyHelpersAioTest extends SqlalchemyHelpersAioContract implements DatabaseTarget.OnMariaDb {}
