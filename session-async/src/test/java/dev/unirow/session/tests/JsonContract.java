package dev.unirow.session.tests;

import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Paper;
import dev.unirow.session.tests.models.Paper.Address;
import dev.unirow.session.tests.models.Paper.Parcel;
import dev.unirow.session.tests.models.VertxPaper;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON comes back as it went: whatever stands in it, and by whichever way it was written. */
@EachDatabase
class JsonContract extends DatabaseContract {
    private static final BigDecimal LONG = new BigDecimal("1234567890123456789.123456789");
    private static final Address PLACE = new Address("Ünter den \"Linden\" \\ 😀 \n\t'", LONG);

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Paper.class};
    }

    private Paper stored(Paper paper) {
        await(db.begin(session -> {
            session.add(paper);
            return session.flush();
        }));
        return readElsewhere(Paper.class, paper.id());
    }

    private static Paper filled() {
        Paper paper = new Paper("filled");
        paper.labels = List.of("a", "", "null", "{}", "\u0001 \\u0041 é", "漢字");
        paper.addresses = List.of(PLACE, new Address(null, new BigDecimal("0.10")));
        paper.address = PLACE;
        paper.amounts =
                new HashMap<>(Map.of("long", LONG, "scale", new BigDecimal("0.10"), "small", new BigDecimal("-1.50")));
        paper.amounts.put("none", null);
        paper.decimal = LONG;
        paper.integer = BigInteger.TEN.pow(60).add(BigInteger.ONE);
        paper.flag = false;
        paper.text = "{\"raw\": [1, null]}";
        paper.declared = Map.of("each", List.of(LONG, new BigDecimal("0.10")));
        paper.extra = new Paper.Extra("kind", List.of(PLACE));
        return paper;
    }

    private static void assertFilled(Paper found) {
        Paper filled = filled();
        assertThat(found.labels).isEqualTo(filled.labels);
        assertThat(found.addresses).isEqualTo(filled.addresses);
        assertThat(found.address).isEqualTo(filled.address);
        assertThat(found.amounts).isEqualTo(filled.amounts);
        assertThat(found.decimal).isEqualTo(filled.decimal);
        assertThat(found.integer).isEqualTo(filled.integer);
        assertThat(found.flag).isEqualTo(filled.flag);
        assertThat(found.text).isEqualTo(filled.text);
        assertThat(found.declared).isEqualTo(filled.declared);
        assertThat(found.extra).isEqualTo(filled.extra);
    }

    @Test
    void listsRecordsMapsAndScalarsComeBackAsTheyWent() {
        assertFilled(stored(filled()));
    }

    @Test
    void whatIsEmptyComesBackEmptyAndWhatIsAbsentAbsent() {
        Paper empty = new Paper("empty");
        empty.labels = List.of();
        empty.addresses = List.of();
        empty.amounts = Map.of();

        Paper found = stored(empty);

        assertThat(found.labels).isEmpty();
        assertThat(found.addresses).isEmpty();
        assertThat(found.amounts).isEmpty();
        assertThat(found.address).isNull();
        assertThat(found.tree).isNull();
        assertThat(rows("select name from paper where labels is not null and address is null and tree is null"))
                .hasSize(1);
    }

    @Test
    void nullsAreKeptInListsAndMapsHoweverDeep() {
        Map<String, Object> deep = new HashMap<>();
        deep.put("nothing", null);
        deep.put("list", Arrays.asList(1, null, Arrays.asList(null, Map.of("x", 1.5))));
        Map<String, Object> whole = deep;
        for (int i = 0; i < 20; i++) {
            whole = new HashMap<>(Map.of("in", whole));
        }
        Paper paper = new Paper("deep");
        paper.labels = Arrays.asList("a", null);
        paper.anything = whole;

        Paper found = stored(paper);

        assertThat(found.labels).containsExactly("a", null);
        assertThat(found.anything).isEqualTo(whole);
    }

    static List<JsonNode> trees() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return List.of(
                TextNode.valueOf("a \"text\" \\ é 😀"),
                TextNode.valueOf(""),
                TextNode.valueOf("null"),
                IntNode.valueOf(-7),
                BooleanNode.TRUE,
                NullNode.instance,
                nodes.arrayNode(),
                nodes.arrayNode()
                        .add(1)
                        .addNull()
                        .add("x")
                        .add(nodes.arrayNode().add(true)),
                nodes.objectNode().put("a", 1).putNull("b"),
                nodes.objectNode());
    }

    @ParameterizedTest
    @MethodSource
    void trees(JsonNode tree) {
        Paper paper = new Paper("tree");
        paper.tree = tree;

        assertThat(stored(paper).tree).isEqualTo(tree);
        assertThat(rows("select name from paper where tree is not null")).hasSize(1);
    }

    @Test
    void numbersAtTheEndsKeepTheirValue() {
        Paper paper = new Paper("numbers");
        paper.amounts = Map.of(
                "huge", new BigDecimal("1e400"),
                "tiny", new BigDecimal("1e-400"),
                "digits", new BigDecimal("9".repeat(200) + "." + "9".repeat(200)),
                "long", BigDecimal.valueOf(Long.MIN_VALUE));

        Paper found = stored(paper);

        assertThat(found.amounts).hasSameSizeAs(paper.amounts);
        paper.amounts.forEach(
                (name, amount) -> assertThat(found.amounts.get(name)).isEqualByComparingTo(amount));
    }

    @Test
    void everyWayOfWritingKeepsIt() {
        Paper changed = stored(new Paper("changed"));
        await(db.begin(session -> session.get(Paper.class, changed.id()).invoke(paper -> {
            Paper filled = filled();
            paper.labels = filled.labels;
            paper.addresses = filled.addresses;
            paper.address = filled.address;
            paper.amounts = filled.amounts;
            paper.decimal = filled.decimal;
            paper.integer = filled.integer;
            paper.flag = filled.flag;
            paper.text = filled.text;
            paper.declared = filled.declared;
            paper.extra = filled.extra;
        })));
        assertFilled(readElsewhere(Paper.class, changed.id()));

        await(db.begin(session ->
                session.insertAll(IntStream.range(0, 3).mapToObj(i -> filled()).toList())));
        await(db.begin(session -> session.insertIfAbsent(filled())));
        await(db.begin(session -> session.save(filled())));
        List<Paper> all = all(Paper.class);
        assertThat(all).hasSize(6).allSatisfy(JsonContract::assertFilled);

        Paper refreshed = await(
                db.session(session -> session.get(Paper.class, changed.id()).chain(paper -> {
                    paper.labels = null;
                    return session.refresh(paper);
                })));
        assertFilled(refreshed);
    }

    @Test
    void aStatementThatUpdatesKeepsIt() {
        Paper paper = stored(new Paper("updated"));
        Paper filled = filled();

        await(db.begin(session -> session.execute(update(Paper.class)
                .set("labels", filled.labels)
                .set("addresses", filled.addresses)
                .set("address", filled.address)
                .set("amounts", filled.amounts)
                .set("decimal", filled.decimal)
                .set("integer", filled.integer)
                .set("flag", filled.flag)
                .set("text", filled.text)
                .set("declared", filled.declared))));

        Paper found = readElsewhere(Paper.class, paper.id());
        assertThat(found.extra).isNull(); // of several columns, which a statement does not set
        found.extra = filled.extra;
        assertFilled(found);
    }

    @Test
    void whatIsReadIsNotTakenForChanged() {
        stored(filled());

        await(db.begin(session -> session.all(select(Paper.class)).chain(papers -> session.flush())));
        assertThat(all(Paper.class)).extracting(Paper::version).containsExactly(0);

        await(db.begin(session -> session.all(select(Paper.class)).invoke(papers -> papers.get(0).name = "renamed")));
        assertThat(all(Paper.class))
                .allSatisfy(JsonContract::assertFilled)
                .extracting(Paper::version)
                .containsExactly(1);
    }

    @Test
    void aConditionComparesWithIt() {
        Paper paper = filled();
        paper.address = new Address("street", new BigDecimal("0.10"));
        stored(paper);
        stored(new Paper("other"));

        List<Paper> found = withAddress(paper.address);
        assertThat(found).extracting(Paper::name).containsExactly("filled");
        found = withAddress(new Address("street", BigDecimal.ONE));
        assertThat(found).isEmpty();
    }

    private List<Paper> withAddress(Address address) {
        return await(db.read(session -> session.all(
                hql(Paper.class, "from Paper where address = :address").with("address", address))));
    }

    @Test
    void aQueryForOneColumnReadsIt() {
        stored(filled());

        Address address = await(db.read(session -> session.one(hql(Address.class, "select address from Paper"))));
        assertThat(address).isEqualTo(PLACE);
        List<Paper> papers = await(
                db.read(session -> session.all(hql(Paper.class, "select distinct p from Paper p order by p.name"))));
        assertThat(papers).hasSize(1).allSatisfy(JsonContract::assertFilled);
    }

    @Test
    @Requires(Capability.SERVER)
    void jsonWhosePartsAreMappedOneByOneComesBackAsItWent() {
        Parcel parcel = new Parcel();
        parcel.label = new Parcel.Label("street \"1\" é\\ \u0001a\u001fb\n", LONG);
        parcel.notes = Arrays.asList("a", null, "{}", "é", "\u0001ab \"\\\n\t\u001f0");
        try (Database parcels = Database.open(target.newDatabaseUrl(), Parcel.class)) {
            await(parcels.createAll());
            await(parcels.begin(session -> {
                session.addAll(parcel, new Parcel());
                return session.flush();
            }));

            List<Parcel> found = await(
                    parcels.read(session -> session.all(hql(Parcel.class, "from Parcel where label.street = :street")
                            .with("street", parcel.label.street()))));
            assertThat(found).hasSize(1);
            assertThat(found.get(0).label).isEqualTo(parcel.label);
            assertThat(found.get(0).notes).isEqualTo(parcel.notes);
            Parcel.Label label = await(parcels.read(session ->
                    session.one(hql(Parcel.Label.class, "select label from Parcel where notes is not null"))));
            assertThat(label).isEqualTo(parcel.label);
        }
    }

    @Test
    void anObjectOfVertxComesBackAsItWent() {
        VertxPaper paper = new VertxPaper();
        paper.id = 1L;
        paper.content = new JsonObject()
                .put("a", "\u0001 \"é")
                .put("b", new JsonArray().add(1).addNull());
        JsonObject written = paper.content.copy();
        VertxPaper empty = new VertxPaper();
        empty.id = 2L;
        try (Database papers = Database.open(target.newDatabaseUrl(), VertxPaper.class)) {
            await(papers.createAll());
            await(papers.begin(session -> session.insertAll(List.of(paper, empty))));
            VertxPaper found = await(papers.session(session -> session.find(VertxPaper.class, 1L)));
            assertThat(found.content).isEqualTo(written);
            found = await(papers.session(session -> session.find(VertxPaper.class, 2L)));
            assertThat(found.content).isNull();

            await(papers.begin(
                    session -> session.get(VertxPaper.class, 1L).invoke(read -> read.content.put("c", true))));
            found = await(papers.session(session -> session.find(VertxPaper.class, 1L)));
            assertThat(found.content).isEqualTo(written.put("c", true));

            Schema offline = Schemas.wanted(
                    Target.parse(papers.kind().id()), Naming.standard(), List.of(VertxPaper.class), Map.of());
            assertThat(offline).isEqualTo(papers.metadata());
        }
    }
}
