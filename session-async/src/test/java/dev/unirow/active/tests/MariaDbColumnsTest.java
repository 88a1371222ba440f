package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbColumnsTest extends ColumnsContract implements DatabaseTarget.OnMariaDb {}
