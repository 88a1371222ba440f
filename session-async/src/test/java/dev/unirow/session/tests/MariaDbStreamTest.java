package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbStreamTest extends StreamContract implements DatabaseTarget.OnMariaDb {}
