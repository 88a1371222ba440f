package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbConstraintsTest extends ConstraintsContract implements DatabaseTarget.OnMariaDb {}
