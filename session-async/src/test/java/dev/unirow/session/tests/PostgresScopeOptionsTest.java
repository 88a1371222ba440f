package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresScopeOptionsTest extends ScopeOptionsContract implements DatabaseTarget.OnPostgres {}
