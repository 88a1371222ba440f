package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbResumeTest extends ResumeContract implements DatabaseTarget.OnMariaDb {}
