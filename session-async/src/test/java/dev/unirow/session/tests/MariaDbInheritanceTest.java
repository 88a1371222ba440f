package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbInheritanceTest extends InheritanceContract implements DatabaseTarget.OnMariaDb {}
