package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbCascadesTest extends CascadesContract implements DatabaseTarget.OnMariaDb {}
