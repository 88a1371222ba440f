package dev.unirow.tutorial.heroes;

import dev.unirow.testing.DatabaseTarget.OnSqliteMemory;

class SqliteMemoryHeroServerTest extends HeroServerContract implements OnSqliteMemory {}
