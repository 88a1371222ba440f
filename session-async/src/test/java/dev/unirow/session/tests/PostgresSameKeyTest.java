package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresSameKeyTest extends SameKeyContract implements DatabaseTarget.OnPostgres {}
