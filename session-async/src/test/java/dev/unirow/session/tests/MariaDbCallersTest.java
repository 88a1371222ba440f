package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCallersTest extends CallersContract implements DatabaseTarget.OnMariaDb {}
