package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresLeaksTest extends LeaksContract implements DatabaseTarget.OnPostgres {}
