package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresFaultsTest extends FaultsContract implements DatabaseTarget.OnPostgres {}
