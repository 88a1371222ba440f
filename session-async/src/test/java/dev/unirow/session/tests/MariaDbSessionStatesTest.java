package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSessionStatesTest extends SessionStatesContract implements DatabaseTarget.OnMariaDb {}
