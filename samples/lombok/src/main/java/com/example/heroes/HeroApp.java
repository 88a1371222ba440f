package com.example.heroes;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;

public final class HeroApp {
    private HeroApp() {}

    public static void main(String[] arguments) {
        try (Database db = Database.fromConfig()) {
            await(db.createAll());
            Heroes heroes = new Heroes(db);
            Team team = await(heroes.found(new Team("Z-Force")));
            System.out.println(await(heroes.join(new Hero("Deadpond").setAge(48), team.getId())));
        }
    }
}
