package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCirclesTest extends CirclesContract implements DatabaseTarget.OnMariaDb {}
