package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbNestedModelsTest extends NestedModelsContract implements DatabaseTarget.OnMariaDb {}
