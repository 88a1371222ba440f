package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCallbacksTest extends CallbacksContract implements DatabaseTarget.OnPostgres {}
