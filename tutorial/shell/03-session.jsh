import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.tutorial.ch01_model.Pet;
import io.smallrye.mutiny.Uni;
Database db = Database.open("sqlite://", Pet.class);
await(db.createAll());
