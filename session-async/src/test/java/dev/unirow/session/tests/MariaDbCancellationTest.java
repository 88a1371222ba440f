package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCancellationTest extends CancellationContract implements DatabaseTarget.OnMariaDb {}
