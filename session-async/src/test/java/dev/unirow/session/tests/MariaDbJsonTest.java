package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbJsonTest extends JsonContract implements DatabaseTarget.OnMariaDb {}
