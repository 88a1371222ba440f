package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbThreadsTest extends ThreadsContract implements DatabaseTarget.OnMariaDb {}
