package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCallbacksTest extends CallbacksContract implements DatabaseTarget.OnMariaDb {}
