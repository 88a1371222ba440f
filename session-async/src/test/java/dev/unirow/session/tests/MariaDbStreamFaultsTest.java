package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbStreamFaultsTest extends StreamFaultsContract implements DatabaseTarget.OnMariaDb {}
