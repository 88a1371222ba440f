package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSameKeyTest extends SameKeyContract implements DatabaseTarget.OnMariaDb {}
