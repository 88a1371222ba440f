package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbViolationsTest extends ViolationsContract implements DatabaseTarget.OnMariaDb {}
