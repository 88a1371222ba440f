package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbStreamEndingsTest extends StreamEndingsContract implements DatabaseTarget.OnMariaDb {}
