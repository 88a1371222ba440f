package dev.unirow.model.tests;

import static dev.unirow.model.DumpOptions.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model that a dump meets again on its way has all its columns and its key, wherever they are declared. */
class CutDumpTest {
    private final Person ann = new Person(1L, "Ann");

    @Test
    void aModelThatIsMetAgainHasTheColumnsAfterItsReferences() {
        Address address = new Address(7L, ann, "Elm St", 1234);

        assertThat(Models.dump(address, options().nested()))
                .isEqualTo(Map.of(
                        "id",
                        7L,
                        "addr",
                        "Elm St",
                        "zipCode",
                        1234,
                        "labels",
                        List.of(),
                        "person",
                        Map.of(
                                "id",
                                1L,
                                "name",
                                "Ann",
                                "links",
                                List.of(),
                                "addresses",
                                List.of(Map.of("id", 7L, "addr", "Elm St", "zipCode", 1234, "labels", List.of())))))
                .hasToString("{id=7, addr=Elm St, zipCode=1234, labels=[], person={id=1, name=Ann, addresses="
                        + "[{id=7, addr=Elm St, zipCode=1234, labels=[]}], links=[]}}");
    }

    @Test
    void aLinkThatIsMetAgainHasItsKeyAndItsColumns() {
        Link link = new Link(new Team(3L, "blue"), ann, "captain");

        assertThat(Models.dumpJson(link, options().nested()))
                .isEqualTo(
                        "{\"role\":\"captain\",\"team\":{\"id\":3,\"name\":\"blue\"},\"person\":{\"id\":1,\"name\":\"Ann\","
                                + "\"addresses\":[],\"links\":[{\"role\":\"captain\",\"team\":{\"id\":3,\"name\":\"blue\"},\"person\":{\"id\":1}}]}}");
        assertThat(Models.dump(link, options().nested().exclude("person.links.person")))
                .extracting("person.links")
                .isEqualTo(List.of(Map.of("role", "captain", "team", Map.of("id", 3L, "name", "blue"))));
    }

    @Test
    void oneLevelIsInTheOrderOfDeclarationAndCutsCompleteTo() {
        Address address = new Address(7L, ann, "Elm St", 1234);
        Node node = new Node();
        node.children.add(node);
        node.title = "root";

        assertThat(Models.dump(address).keySet()).containsExactly("id", "labels", "person", "addr", "zipCode");
        assertThat(Models.dump(node)).hasToString("{id=1, children=[{id=1, title=root}], title=root}");
    }

    @Test
    void anOrderThatJsonIsGivenStays() {
        Shelf shelf = new Shelf();
        shelf.id = 1L;
        shelf.owner = ann;
        shelf.title = "top";

        assertThat(Models.dumpJson(shelf, options().nested().exclude("owner.addresses", "owner.links")))
                .isEqualTo("{\"owner\":{\"id\":1,\"name\":\"Ann\"},\"title\":\"top\",\"id\":1}");
        assertThat(Models.dump(shelf, options().nested()).keySet()).containsExactly("id", "title", "owner");
    }

    @Entity
    static class Person extends Model {
        @Id
        private Long id;

        @OneToMany(mappedBy = "person")
        private final List<Address> addresses = new ArrayList<>();

        @OneToMany(mappedBy = "person")
        private final List<Link> links = new ArrayList<>();

        private String name;

        Person() {}

        Person(Long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    static class Address extends Model {
        @Id
        private Long id;

        @ElementCollection
        private final List<String> labels = new ArrayList<>();

        @ManyToOne
        private Person person;

        private String addr;
        private Integer zipCode;

        Address() {}

        Address(Long id, Person person, String addr, Integer zipCode) {
            this.id = id;
            this.person = person;
            this.addr = addr;
            this.zipCode = zipCode;
            person.addresses.add(this);
        }
    }

    @Entity
    static class Team extends Model {
        @Id
        private Long id;

        private String name;

        Team() {}

        Team(Long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity
    static class Link extends Model {
        @Id
        @ManyToOne
        private Team team;

        @Id
        @ManyToOne
        private Person person;

        private String role;

        Link() {}

        Link(Team team, Person person, String role) {
            this.team = team;
            this.person = person;
            this.role = role;
            person.links.add(this);
        }
    }

    @Entity
    static class Node extends Model {
        @Id
        private Long id = 1L;

        @OneToMany
        private final List<Node> children = new ArrayList<>();

        private String title;
    }

    @Entity
    @JsonPropertyOrder({"owner", "title", "id"})
    static class Shelf extends Model {
        @Id
        private Long id;

        @ManyToOne
        private Person owner;

        private String title;
    }
}
