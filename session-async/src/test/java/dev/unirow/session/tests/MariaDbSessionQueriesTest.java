package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSessionQueriesTest extends SessionQueriesContract implements DatabaseTarget.OnMariaDb {}
