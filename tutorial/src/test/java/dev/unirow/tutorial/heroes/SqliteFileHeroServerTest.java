package dev.unirow.tutorial.heroes;

import dev.unirow.testing.DatabaseTarget.OnSqliteFile;

class SqliteFileHeroServerTest extends HeroServerContract implements OnSqliteFile {}
