package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbFaultsTest extends FaultsContract implements DatabaseTarget.OnMariaDb {}
