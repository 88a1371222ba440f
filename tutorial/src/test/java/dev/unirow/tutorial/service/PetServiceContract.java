package dev.unirow.tutorial.service;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.session.Database;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service does each thing whole or not at all, and says why not. */
@EachDatabase
class PetServiceContract {
    private DatabaseTarget target;
    private static final long NOBODY = 4711;
    private static final String ABSENT = ". Where it may be absent, use find(), which returns null instead of failing.";

    private Database db;
    private PetService service;

    @BeforeEach
    void openDatabase() {
        db = Database.open(target.newDatabaseUrl(), Owner.class, Pet.class, Handover.class);
        await(db.createAll());
        service = new PetService(db);
    }

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    @Test
    void registersAnOwnerWithPets() {
        Owner ada = await(service.register("Ada", List.of("phroge", "chonky")));

        assertThat(ada).hasToString("Owner(id=1, name=\"Ada\")");
        assertThat(names(ada)).containsExactly("chonky", "phroge");
    }

    @Test
    void registersNobodyWhenOnePetIsInvalid() {
        assertThatThrownBy(() -> await(service.register("Ada", List.of("phroge", " "))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Pet is not valid: 'name' must not be blank (1 problem).");

        assertThat(count(Owner.class)).isZero();
        assertThat(count(Pet.class)).isZero();
    }

    @Test
    void registersNobodyWhenTwoPetsAreCalledAlike() {
        assertThatThrownBy(() -> await(service.register("Ada", List.of("phroge", "phroge"))))
                .isInstanceOf(UniqueViolationException.class);

        assertThat(count(Owner.class)).isZero();
        assertThat(count(Pet.class)).isZero();
    }

    @Test
    void anOperationIsDoneAgainAtEachSubscription() {
        Uni<Owner> register = service.register("Ada", List.of());
        assertThat(count(Owner.class)).isZero();

        assertThat(await(register).id()).isEqualTo(1);
        assertThat(await(register).id()).isEqualTo(2);
    }

    @Test
    void renamesAPet() {
        Owner ada = await(service.register("Ada", List.of("phroge")));

        Pet renamed = await(service.rename(1, "slim"));

        assertThat(renamed.name()).isEqualTo("slim");
        assertThat(names(ada)).containsExactly("slim");
    }

    @Test
    void refusesANameThatBreaksTheRules() {
        Owner ada = await(service.register("Ada", List.of("phroge")));

        assertThatThrownBy(() -> await(service.rename(1, "x".repeat(51))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Pet is not valid: 'name' size must be between 0 and 50 (1 problem).");

        assertThat(names(ada)).containsExactly("phroge");
    }

    @Test
    void listsThePetsOfOneOwnerWithTheirOwnerLoaded() {
        Owner ada = await(service.register("Ada", List.of("phroge")));
        await(service.register("Bob", List.of("tiger")));

        List<Pet> pets = await(service.petsOf(ada.id()));

        assertThat(pets).hasToString("[Pet(id=1, name=\"phroge\", owner=Owner(id=1))]");
        assertThat(pets.get(0).owner().name()).isEqualTo("Ada");
    }

    @Test
    void transfersAPetAndNotesIt() {
        Owner ada = await(service.register("Ada", List.of("phroge")));
        Owner bob = await(service.register("Bob", List.of()));

        Pet given = await(service.transfer(1, bob.id()));

        assertThat(given.owner()).isEqualTo(bob);
        assertThat(names(ada)).isEmpty();
        assertThat(names(bob)).containsExactly("phroge");
        Handover noted = await(db.session(session -> session.one(select(Handover.class))));
        assertThat(noted.giver().pk()).isEqualTo(ada.pk());
        assertThat(noted.taker().pk()).isEqualTo(bob.pk());
    }

    @Test
    void transfersNothingToItsOwnOwner() {
        Owner ada = await(service.register("Ada", List.of("phroge")));

        await(service.transfer(1, ada.id()));

        assertThat(names(ada)).containsExactly("phroge");
        assertThat(count(Handover.class)).isZero();
    }

    @Test
    void aTransferThatFailsIsRolledBackWhole() {
        Owner ada = await(service.register("Ada", List.of("phroge")));
        Owner bob = await(service.register("Bob", List.of("phroge")));

        assertThatThrownBy(() -> await(service.transfer(1, bob.id()))).isInstanceOf(UniqueViolationException.class);

        assertThat(names(ada)).containsExactly("phroge");
        assertThat(count(Pet.class)).isEqualTo(2);
        assertThat(count(Handover.class)).isZero();
    }

    @Test
    void aTransferToNobodyLeavesThePetWhereItWas() {
        Owner ada = await(service.register("Ada", List.of("phroge")));

        assertThatThrownBy(() -> await(service.transfer(1, NOBODY)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("No Owner with key 4711" + ABSENT);

        assertThat(names(ada)).containsExactly("phroge");
        assertThat(count(Handover.class)).isZero();
    }

    @Test
    void deletesAPetThatWasHandedOver() {
        await(service.register("Ada", List.of("phroge", "chonky")));
        Owner bob = await(service.register("Bob", List.of()));
        await(service.transfer(1, bob.id()));

        await(service.delete(1));

        assertThat(names(bob)).isEmpty();
        assertThat(count(Handover.class)).isZero();
        assertThat(count(Pet.class)).isEqualTo(1);
    }

    @Test
    void anIdThatNobodyHasIsNotFound() {
        for (Uni<?> operation :
                List.of(service.rename(NOBODY, "slim"), service.transfer(NOBODY, NOBODY), service.delete(NOBODY))) {
            assertThatThrownBy(() -> await(operation))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("No Pet with key 4711" + ABSENT);
        }
        assertThatThrownBy(() -> await(service.petsOf(NOBODY)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("No Owner with key 4711" + ABSENT);
    }

    private List<String> names(Owner owner) {
        return await(service.petsOf(owner.id())).stream().map(Pet::name).toList();
    }

    private long count(Class<?> model) {
        return await(db.session(session -> session.count(select(model))));
    }
}
