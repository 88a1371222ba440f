package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresHqlTest extends HqlContract implements DatabaseTarget.OnPostgres {}
