package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbNestedValuesTest extends NestedValuesContract implements DatabaseTarget.OnMariaDb {}
