package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.DumpOptions;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.Database;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.tests.existing.Family;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions and dumps of entities that know nothing of us: JavaBeans, Lombok's, Kotlin's, and those that Hibernate's
 * plug-in enhanced.
 */
@EachDatabase
class ExistingCodeContract {
    DatabaseTarget target;

    private Database db;

    static Stream<Family> families() {
        return Family.all();
    }

    private void open(Family family) {
        db = Database.open(target.newDatabaseUrl(), family.models());
        await(db.createAll());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Object storedPet(Family family) {
        Object owner = family.newOwner("chonky");
        Object pet = family.newPet("phroge", owner);
        await(db.begin(session -> {
            session.addAll(pet, owner);
            return session.flush();
        }));
        return pet;
    }

    private long count(Class<?> type) {
        Long count = await(db.read(session -> session.count(select(type))));
        return count;
    }

    private Object petElsewhere(Family family) {
        return await(db.session(session -> session.find(family.pet(), 1L)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void rowsAreInsertedReadChangedAndDeleted(Family family) {
        open(family);
        Object pet = storedPet(family);
        assertThat(family.get(pet, "Id")).isEqualTo(1L);
        assertThat(family.get(family.get(pet, "Owner"), "Version")).isEqualTo(0);

        await(db.begin(session -> session.get(family.pet(), 1L)
                .invoke(found -> family.with(family.with(found, "Name", "tiger"), "Neutered", true))));
        Object changed = petElsewhere(family);
        assertThat(family.get(changed, "Name")).isEqualTo("tiger");
        assertThat(family.get(changed, "Neutered")).isEqualTo(true);
        assertThat(family.get(changed, "Age")).isEqualTo(1);

        await(db.begin(session -> session.get(family.pet(), 1L).chain(session::delete)));
        assertThat(petElsewhere(family)).isNull();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aRollbackMakesNewModelsTransientAgain(Family family) {
        open(family);
        Object owner = family.newOwner("chonky");
        await(db.session(session -> {
            session.add(owner);
            return session.flush().chain(session::rollback);
        }));
        assertThat(family.get(owner, "Id")).isNull();
        assertThat(family.get(owner, "Version")).isNull();
        await(db.begin(session -> {
            session.add(owner);
            return session.flush();
        }));
        assertThat(family.get(owner, "Id")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUnloadedReferenceAnswersItsKeyAndFailsOtherwise(Family family) {
        open(family);
        storedPet(family);
        Object owner = family.get(petElsewhere(family), "Owner");
        assertThat(family.get(owner, "Id")).isEqualTo(1L);
        assertThat(Hibernate.isInitialized(owner)).isFalse();
        assertThatThrownBy(() -> family.get(owner, "Name")).isInstanceOf(LazyInitializationException.class);
    }

    @ParameterizedTest
    @MethodSource("families")
    void fetchLoadsReferencesAndCollections(Family family) {
        open(family);
        storedPet(family);
        Object pet = await(db.session(
                session -> session.get(family.pet(), 1L).call(found -> session.fetch(family.get(found, "Owner")))));
        assertThat(family.get(family.get(pet, "Owner"), "Name")).isEqualTo("chonky");
        Object owner = await(db.session(
                session -> session.get(family.owner(), 1L).call(found -> session.fetch(family.get(found, "Pets")))));
        assertThat((Collection<?>) family.get(owner, "Pets")).hasSize(1);
        assertThat(Models.dump(owner, DumpOptions.options().exclude("version")))
                .isEqualTo(Map.of(
                        "id",
                        1L,
                        "name",
                        "chonky",
                        "pets",
                        List.of(Map.of("id", 1L, "name", "phroge", "age", 1, family.neutered(), false))));
    }

    @ParameterizedTest
    @MethodSource("families")
    void dumpsHaveWhatIsLoadedUnderJacksonsNames(Family family) {
        open(family);
        storedPet(family);
        Object pet = petElsewhere(family);
        assertThat(Models.dump(pet))
                .isEqualTo(Map.of(
                        "id", 1L, "name", "phroge", "age", 1, family.neutered(), false, "owner", Map.of("id", 1L)));
        Object owner = await(db.session(session -> session.get(family.owner(), 1L)));
        assertThat(Models.dump(owner)).containsOnlyKeys("id", "name", "version");
        assertThat(Models.dumpJson(owner)).contains("\"full_name\":\"chonky\"");
        assertThat(Models.jsonSchema(family.owner()).get("properties").has("full_name"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aMapperWithOurModuleWritesThemAsDumpsDoAndAsksForNothing(Family family) throws JsonProcessingException {
        open(family);
        storedPet(family);
        ObjectMapper mapper = new ObjectMapper().registerModule(Models.jacksonModule());
        Object pet = petElsewhere(family);
        assertThat(mapper.writeValueAsString(pet))
                .isEqualTo(Models.dumpJson(pet))
                .contains("\"owner\":{\"id\":1}");
        assertThat(mapper.writeValueAsString(family.get(pet, "Owner"))).isEqualTo("{\"id\":1}");
        Object owner = await(db.session(session -> session.get(family.owner(), 1L)));
        assertThat(mapper.writeValueAsString(List.of(owner))).isEqualTo("[" + Models.dumpJson(owner) + "]");
        assertThat(mapper.readValue("{\"full_name\": \"read\"}", family.owner()))
                .satisfies(read -> assertThat(family.get(read, "Name")).isEqualTo("read"));
    }

    record PetView(Long id, String name, Long ownerId) {}

    @ParameterizedTest
    @MethodSource("families")
    void modelsAreMadePatchedAndCopied(Family family) {
        open(family);
        storedPet(family);
        Object made =
                Models.from(family.pet(), "{\"name\": \"tiger\", \"" + family.neutered() + "\": true, \"ownerId\": 1}");
        assertThat(Models.fieldsSet(made)).containsExactlyInAnyOrder("name", family.neutered(), "owner");
        await(db.begin(session -> {
            session.add(made);
            return session.flush();
        }));
        await(db.begin(session -> session.get(family.pet(), 2L).invoke(found -> Models.patch(found, "{\"age\": 9}"))));

        Object found = await(db.session(session -> session.find(family.pet(), 2L)));
        assertThat(family.get(found, "Age")).isEqualTo(9);
        assertThat(Models.dumpAs(found, PetView.class)).isEqualTo(new PetView(2L, "tiger", 1L));
        assertThat(Models.dump(Models.copy(found))).isEqualTo(Models.dump(found));
        assertThatThrownBy(() -> Models.patch(found, Map.of("age", -1, "name", "x")))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'age' must be greater than or equal to 0");
        assertThat(family.get(found, "Name")).isEqualTo("tiger");
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsInvalidIsNeitherAddedNorWritten(Family family) {
        open(family);
        assertThatThrownBy(() -> Models.from(family.owner(), Map.of("nme", "x")))
                .hasMessageContaining("'nme' is not a property of")
                .hasMessageContaining("'name' must not be blank");
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(family.newOwner(" "));
                    return session.flush();
                })))
                .isInstanceOf(InvalidModelException.class);
        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.add(family.newPet("no owner", null));
                    return session.flush();
                })))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'owner' must not be null");
        assertThat(count(family.pet())).isZero();
    }

    @ParameterizedTest
    @MethodSource("families")
    void savingMergingRefreshingAndStalenessGoByTheKey(Family family) {
        open(family);
        storedPet(family);
        Object sparse = family.with(family.with(family.newPet("renamed", null), "Id", 1L), "Age", 4);
        await(db.begin(session -> session.save(sparse).chain(session::flush)));
        Object found = petElsewhere(family);
        assertThat(family.get(found, "Name")).isEqualTo("renamed");
        assertThat(family.get(family.get(found, "Owner"), "Id")).isEqualTo(1L);

        Object first = await(db.session(session -> session.get(family.owner(), 1L)));
        await(db.begin(
                session -> session.get(family.owner(), 1L).invoke(owner -> family.with(owner, "Name", "second"))));
        family.with(first, "Name", "stale");
        assertThatThrownBy(() -> await(db.begin(session -> session.merge(first).chain(session::flush))))
                .isInstanceOf(StaleModelException.class);
        assertThatThrownBy(() -> await(db.session(session -> session.refresh(first))))
                .isInstanceOf(NotManagedException.class);
        await(db.session(session -> session.load(first)));
        assertThat(family.get(first, "Name")).isEqualTo("second");
    }

    @ParameterizedTest
    @MethodSource("families")
    void queriesAnswerWithThem(Family family) {
        open(family);
        storedPet(family);
        List<?> pets = await(db.read(session -> session.all(select(family.pet()))));
        assertThat(pets).hasSize(1);
        assertThat(count(family.owner())).isEqualTo(1L);
    }
}
