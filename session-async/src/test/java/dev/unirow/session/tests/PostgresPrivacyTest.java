package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresPrivacyTest extends PrivacyContract implements DatabaseTarget.OnPostgres {}
