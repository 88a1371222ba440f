package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbRecordTest extends RecordContract implements DatabaseTarget.OnMariaDb {}
