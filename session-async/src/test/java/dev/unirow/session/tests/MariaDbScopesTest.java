package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbScopesTest extends ScopesContract implements DatabaseTarget.OnMariaDb {}
