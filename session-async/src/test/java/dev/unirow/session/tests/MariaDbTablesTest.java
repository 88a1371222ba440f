package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbTablesTest extends TablesContract implements DatabaseTarget.OnMariaDb {}
