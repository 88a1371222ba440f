package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbLeaksTest extends LeaksContract implements DatabaseTarget.OnMariaDb {}
