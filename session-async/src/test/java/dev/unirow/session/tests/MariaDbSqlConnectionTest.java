package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSqlConnectionTest extends SqlConnectionContract implements DatabaseTarget.OnMariaDb {}
