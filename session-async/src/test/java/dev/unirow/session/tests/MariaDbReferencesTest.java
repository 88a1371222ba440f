package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbReferencesTest extends ReferencesContract implements DatabaseTarget.OnMariaDb {}
