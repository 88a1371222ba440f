package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresManyRowsTest extends ManyRowsContract implements DatabaseTarget.OnPostgres {}
