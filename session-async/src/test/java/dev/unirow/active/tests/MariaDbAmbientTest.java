package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbAmbientTest extends AmbientContract implements DatabaseTarget.OnMariaDb {}
