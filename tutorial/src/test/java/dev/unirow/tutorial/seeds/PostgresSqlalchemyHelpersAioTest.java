package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class PostgresSqlalchemyHelpersAioTest extends SqlalchemyHelpersAioContract implements DatabaseTarget.OnPostgres {}
