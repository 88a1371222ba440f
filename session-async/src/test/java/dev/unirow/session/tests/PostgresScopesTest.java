package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresScopesTest extends ScopesContract implements DatabaseTarget.OnPostgres {}
