package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbTimesTest extends TimesContract implements DatabaseTarget.OnMariaDb {}
