package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSessionRowsTest extends SessionRowsContract implements DatabaseTarget.OnMariaDb {}
