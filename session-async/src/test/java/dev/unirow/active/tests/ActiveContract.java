package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;

import dev.unirow.active.tests.models.Account;
import dev.unirow.active.tests.models.Album;
import dev.unirow.active.tests.models.Article;
import dev.unirow.active.tests.models.Gauge;
import dev.unirow.active.tests.models.Ledger;
import dev.unirow.active.tests.models.Member;
import dev.unirow.active.tests.models.Organisation;
import dev.unirow.active.tests.models.Person;
import dev.unirow.active.tests.models.Product;
import dev.unirow.active.tests.models.Profile;
import dev.unirow.active.tests.models.Purse;
import dev.unirow.active.tests.models.Stamp;
import dev.unirow.active.tests.models.Team;
import dev.unirow.active.tests.models.Track;
import dev.unirow.active.tests.models.User;
import dev.unirow.active.tests.models.Visitor;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new database with the tables of all test models: the only open one, unless a test opens more. */
abstract class ActiveContract {
    DatabaseTarget target;

    Database db;

    @BeforeEach
    void openDatabase() {
        db = open();
    }

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    Database open() {
        Database opened = Database.open(
                target.newDatabaseUrl(),
                User.class,
                Product.class,
                Album.class,
                Track.class,
                Organisation.class,
                Team.class,
                Member.class,
                Profile.class,
                Purse.class,
                Person.class,
                Account.class,
                Article.class,
                Gauge.class,
                Ledger.class,
                Stamp.class,
                Visitor.class);
        await(opened.createAll());
        return opened;
    }

    /** Runs them one after the other. */
    static void awaitAll(Uni<?>... all) {
        for (Uni<?> each : all) {
            var unused = await(each.replaceWithVoid());
        }
    }
}
