package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbManyRowsTest extends ManyRowsContract implements DatabaseTarget.OnMariaDb {}
