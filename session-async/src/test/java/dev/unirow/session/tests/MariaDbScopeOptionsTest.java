package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbScopeOptionsTest extends ScopeOptionsContract implements DatabaseTarget.OnMariaDb {}
