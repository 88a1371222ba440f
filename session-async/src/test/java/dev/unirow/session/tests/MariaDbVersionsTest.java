package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbVersionsTest extends VersionsContract implements DatabaseTarget.OnMariaDb {}
