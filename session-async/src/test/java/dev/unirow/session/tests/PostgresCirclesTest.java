package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCirclesTest extends CirclesContract implements DatabaseTarget.OnPostgres {}
