package dev.unirow.tutorial.heroes;

import dev.unirow.testing.DatabaseTarget.OnPostgres;

class PostgresHeroServerTest extends HeroServerContract implements OnPostgres {}
