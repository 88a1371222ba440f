package dev.unirow.schema.tests;

import static dev.unirow.schema.tests.Feature.onTable;
import static dev.unirow.schema.tests.Feature.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Keys, and what refers to them. */
final class KeyFeatures {
    private KeyFeatures() {}

    @Entity(name = "Owner")
    static class Owner {
        @Id
        private Long id;
    }

    @Entity(name = "Late")
    static class Late {
        @Id
        private Long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_deferred", options = "deferrable initially deferred"))
        @OnDelete(action = OnDeleteAction.CASCADE)
        private Owner deferred;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @ForeignKey(
                                name = "fk_immediate",
                                foreignKeyDefinition = "foreign key (immediate_id) references owner deferrable"))
        private Owner immediate;
    }

    @Entity(name = "Acting")
    static class Acting {
        @Id
        private Long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_1", options = "on update cascade on delete set null"))
        private Owner first;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_2", options = "on update set null on delete cascade"))
        private Owner second;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_3", options = "on update restrict on delete restrict"))
        private Owner third;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_4", options = "on update no action on delete no action"))
        private Owner fourth;
    }

    @Entity(name = "Defaulting")
    static class Defaulting {
        @Id
        private Long id;

        @ManyToOne
        @ColumnDefault("1")
        @JoinColumn(foreignKey = @ForeignKey(name = "fk_d", options = "on update set default on delete set default"))
        private Owner owner;
    }

    @Embeddable
    static class SeatKey implements Serializable {
        private String row;
        private Integer number;
    }

    @Entity(name = "Seat")
    static class Seat {
        @EmbeddedId
        private SeatKey key;
    }

    @Entity(name = "Ticket")
    static class Ticket {
        @Id
        private Long id;

        @ManyToOne
        @JoinColumns({
            @JoinColumn(name = "seat_key_number", referencedColumnName = "key_number"),
            @JoinColumn(name = "seat_key_row", referencedColumnName = "key_row")
        })
        private Seat seat;
    }

    private static dev.unirow.schema.ForeignKey key(Schema schema, String table, String name) {
        return table(schema, table).foreignKeys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static dev.unirow.schema.ForeignKey acting(
            dev.unirow.schema.ForeignKey key, ReferentialAction onDelete, ReferentialAction onUpdate) {
        return new dev.unirow.schema.ForeignKey(
                key.name(),
                key.columns(),
                key.referredTable(),
                key.referredColumns(),
                onDelete,
                onUpdate,
                key.deferrability());
    }

    private static dev.unirow.schema.ForeignKey deferring(dev.unirow.schema.ForeignKey key) {
        return new dev.unirow.schema.ForeignKey(
                key.name(),
                key.columns(),
                key.referredTable(),
                key.referredColumns(),
                key.onDelete(),
                key.onUpdate(),
                switch (key.deferrability()) {
                    case NOT_DEFERRABLE -> Deferrability.INITIALLY_IMMEDIATE;
                    case INITIALLY_IMMEDIATE -> Deferrability.INITIALLY_DEFERRED;
                    case INITIALLY_DEFERRED -> Deferrability.NOT_DEFERRABLE;
                });
    }

    /** One action a key, deleting and updating. */
    private static Schema withActions(Schema schema, ReferentialAction... actions) {
        return onTable("acting", table -> {
                    List<dev.unirow.schema.ForeignKey> keys = new ArrayList<>();
                    for (int i = 0; i < actions.length; i++) {
                        keys.add(acting(table.foreignKeys().get(i), actions[i], actions[(i + 1) % actions.length]));
                    }
                    return table.withForeignKeys(keys);
                })
                .apply(schema);
    }

    private static void seeActions(DatabaseKind kind, Schema live) {
        ReferentialAction restrict =
                kind == DatabaseKind.MARIADB ? ReferentialAction.NO_ACTION : ReferentialAction.RESTRICT;
        assertThat(table(live, "acting").foreignKeys())
                .flatExtracting(key -> List.of(key.onUpdate(), key.onDelete()))
                .containsExactly(
                        ReferentialAction.CASCADE,
                        ReferentialAction.SET_NULL,
                        ReferentialAction.SET_NULL,
                        ReferentialAction.CASCADE,
                        restrict,
                        restrict,
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.NO_ACTION);
    }

    static List<Feature> all() {
        return List.of(
                Feature.of("deferrable keys", Owner.class, Late.class)
                        .refusedOn(DatabaseKind.MARIADB, "DEFERRABLE except on mariadb")
                        .seen(live -> {
                            assertThat(key(live, "late", "fk_deferred").deferrability())
                                    .isEqualTo(Deferrability.INITIALLY_DEFERRED);
                            assertThat(key(live, "late", "fk_deferred").onDelete())
                                    .isEqualTo(ReferentialAction.CASCADE);
                            assertThat(key(live, "late", "fk_immediate").deferrability())
                                    .isEqualTo(Deferrability.INITIALLY_IMMEDIATE);
                        })
                        .changed(onTable(
                                "late",
                                table -> table.withForeignKeys(table.foreignKeys().stream()
                                        .map(KeyFeatures::deferring)
                                        .toList()))),
                Feature.of("what deleting and updating do", Owner.class, Acting.class)
                        .seenOn(KeyFeatures::seeActions)
                        .changedOn((kind, schema) -> kind == DatabaseKind.MARIADB
                                ? withActions(
                                        schema,
                                        ReferentialAction.CASCADE,
                                        ReferentialAction.SET_NULL,
                                        ReferentialAction.NO_ACTION,
                                        ReferentialAction.CASCADE)
                                : withActions(
                                        schema,
                                        ReferentialAction.RESTRICT,
                                        ReferentialAction.SET_NULL,
                                        ReferentialAction.CASCADE,
                                        ReferentialAction.SET_DEFAULT)),
                Feature.of("setting a default", Owner.class, Defaulting.class)
                        .refusedOn(DatabaseKind.MARIADB, "sets a default, which MariaDB cannot do")
                        .seen(live -> assertThat(List.of(
                                        key(live, "defaulting", "fk_d").onDelete(),
                                        key(live, "defaulting", "fk_d").onUpdate()))
                                .containsOnly(ReferentialAction.SET_DEFAULT))
                        .changed(onTable(
                                "defaulting",
                                table -> table.withForeignKeys(
                                        Stream.of(key(Schema.of(List.of(table)), "defaulting", "fk_d"))
                                                .map(key -> acting(
                                                        key, ReferentialAction.SET_DEFAULT, ReferentialAction.CASCADE))
                                                .toList()))),
                Feature.of("composite keys", Seat.class, Ticket.class)
                        .seen(live -> {
                            PrimaryKey key = table(live, "seat").primaryKey();
                            assertThat(key).isNotNull();
                            assertThat(key.columns()).containsExactlyInAnyOrder("key_row", "key_number");
                            dev.unirow.schema.ForeignKey reference =
                                    table(live, "ticket").foreignKeys().get(0);
                            assertThat(reference.columns())
                                    .isEqualTo(reference.referredColumns().stream()
                                            .map(name -> "seat_" + name)
                                            .toList());
                        })
                        .changed(onTable(
                                "ticket",
                                table -> table.withForeignKeys(table.foreignKeys().stream()
                                        .map(key -> acting(key, ReferentialAction.CASCADE, ReferentialAction.NO_ACTION))
                                        .toList()))),
                Feature.of("composite keys, turned round", Seat.class).changed(onTable("seat", table -> {
                    PrimaryKey key = table.primaryKey();
                    assertThat(key).isNotNull();
                    List<String> columns = new ArrayList<>(key.columns());
                    java.util.Collections.reverse(columns);
                    return table.withPrimaryKey(new PrimaryKey(key.name(), columns));
                })));
    }
}
