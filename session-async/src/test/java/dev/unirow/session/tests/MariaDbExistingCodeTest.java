package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbExistingCodeTest extends ExistingCodeContract implements DatabaseTarget.OnMariaDb {}
