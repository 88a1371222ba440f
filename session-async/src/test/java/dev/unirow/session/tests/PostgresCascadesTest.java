package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresCascadesTest extends CascadesContract implements DatabaseTarget.OnPostgres {}
