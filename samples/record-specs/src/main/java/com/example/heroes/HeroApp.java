package com.example.heroes;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import java.util.List;

public final class HeroApp {
    private HeroApp() {}

    public static void main(String[] arguments) {
        try (Database db = Database.fromConfig()) {
            Heroes heroes = new Heroes(db);
            Team team = await(heroes.found("Z-Force"));
            System.out.println(await(heroes.join(new HeroCreate("Deadpond", "Dive Wilson", 48, team.id()))));
            List<Hero> older = await(heroes.olderThan(40));
            System.out.println(older.size() > 0 ? "found " + older.get(0).name() : "found nobody");
        }
    }
}
