package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbStreamsTest extends StreamsContract implements DatabaseTarget.OnMariaDb {}
