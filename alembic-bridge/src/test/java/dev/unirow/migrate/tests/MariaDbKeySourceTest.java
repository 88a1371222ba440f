package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbKeySourceTest extends KeySourceContract implements DatabaseTarget.OnMariaDb {}
