package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbUnloadedCollectionsTest extends UnloadedCollectionsContract implements DatabaseTarget.OnMariaDb {}
