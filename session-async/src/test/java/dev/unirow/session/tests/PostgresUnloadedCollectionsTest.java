package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresUnloadedCollectionsTest extends UnloadedCollectionsContract implements DatabaseTarget.OnPostgres {}
