package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresStreamEndingsTest extends StreamEndingsContract implements DatabaseTarget.OnPostgres {}
