package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbLocksTest extends LocksContract implements DatabaseTarget.OnMariaDb {}
