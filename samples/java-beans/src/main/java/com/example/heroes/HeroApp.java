package com.example.heroes;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import java.util.List;

public final class HeroApp {
    private HeroApp() {}

    public static void main(String[] arguments) {
        try (Database db = Database.fromConfig()) {
            await(Migrations.of(db).upgrade());
            List<Hero> older = await(new Heroes(db).olderThan(40));
            System.out.println(older.size() + " are older than 40");
        }
    }
}
