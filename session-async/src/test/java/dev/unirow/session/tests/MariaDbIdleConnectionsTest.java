package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbIdleConnectionsTest extends IdleConnectionsContract implements DatabaseTarget.OnMariaDb {}
