package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSessionSequencesTest extends SessionSequencesContract implements DatabaseTarget.OnMariaDb {}
