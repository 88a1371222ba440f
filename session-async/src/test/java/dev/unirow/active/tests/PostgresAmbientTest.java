package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresAmbientTest extends AmbientContract implements DatabaseTarget.OnPostgres {}
