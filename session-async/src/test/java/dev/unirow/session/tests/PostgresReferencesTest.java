package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresReferencesTest extends ReferencesContract implements DatabaseTarget.OnPostgres {}
