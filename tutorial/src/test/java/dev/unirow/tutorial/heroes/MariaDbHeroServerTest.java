package dev.unirow.tutorial.heroes;

import dev.unirow.testing.DatabaseTarget.OnMariaDb;

class MariaDbHeroServerTest extends HeroServerContract implements OnMariaDb {}
