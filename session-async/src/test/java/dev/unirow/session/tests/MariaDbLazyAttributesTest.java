package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbLazyAttributesTest extends LazyAttributesContract implements DatabaseTarget.OnMariaDb {}
