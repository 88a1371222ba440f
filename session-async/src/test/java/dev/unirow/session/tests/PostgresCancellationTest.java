package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCancellationTest extends CancellationContract implements DatabaseTarget.OnPostgres {}
