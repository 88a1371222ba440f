package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresExistingCodeTest extends ExistingCodeContract implements DatabaseTarget.OnPostgres {}
