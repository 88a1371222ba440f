package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresLazyAttributesTest extends LazyAttributesContract implements DatabaseTarget.OnPostgres {}
