package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbTypesTest extends TypesContract implements DatabaseTarget.OnMariaDb {}
