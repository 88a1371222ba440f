package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbHqlTest extends HqlContract implements DatabaseTarget.OnMariaDb {}
