package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbNestedTest extends NestedContract implements DatabaseTarget.OnMariaDb {}
