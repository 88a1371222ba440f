package dev.unirow.tutorial.service;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;

import dev.unirow.query.Queries;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What can be done with owners and pets. Each operation is one transaction that is begun when its Uni is subscribed to;
 * nothing of it is kept when it fails. Usable from any thread.
 *
 * <p>An id that nobody has fails with {@link dev.unirow.session.exception.NotFoundException}, a name that breaks the
 * rules with {@link dev.unirow.model.InvalidModelException}, a second pet of one name with
 * {@link dev.unirow.session.exception.UniqueViolationException}.
 */
public final class PetService {
    private final Database db;

    public PetService(Database db) {
        this.db = db;
    }

    /** A new owner, with a pet of each of the names. */
    public Uni<Owner> register(String name, List<String> petNames) {
        return db.begin(session -> {
            Owner owner = new Owner(name);
            session.add(owner);
            petNames.forEach(petName -> session.add(new Pet(petName, owner)));
            return session.flush().replaceWith(owner);
        });
    }

    public Uni<Pet> rename(long petId, String name) {
        return db.begin(session -> session.get(Pet.class, petId).invoke(pet -> pet.setName(name)));
    }

    /** The pets of an owner in the order of their names, each with its owner loaded. */
    public Uni<List<Pet>> petsOf(long ownerId) {
        return db.read(session -> session.get(Owner.class, ownerId)
                .chain(owner -> session.all(
                        select(Pet.class).where(ref(Pet::owner).eq(owner)).orderBy(asc(Pet::name)))));
    }

    /**
     * Gives a pet to another owner and notes the handover. A pet that is theirs already stays, and nothing is noted.
     */
    public Uni<Pet> transfer(long petId, long ownerId) {
        return db.begin(session -> session.get(Pet.class, petId)
                .call(pet -> session.get(Owner.class, ownerId).invoke(taker -> handOver(session, pet, taker))));
    }

    private static void handOver(AsyncSession session, Pet pet, Owner taker) {
        if (pet.owner().equals(taker)) {
            return;
        }
        session.add(new Handover(pet, pet.owner(), taker));
        pet.setOwner(taker);
    }

    /** Deletes a pet and the notes of its handovers. */
    public Uni<Void> delete(long petId) {
        return db.begin(session -> session.get(Pet.class, petId)
                .call(pet -> session.execute(
                        Queries.delete(Handover.class).where(ref(Handover::pet).eq(pet))))
                .chain(session::delete));
    }
}
