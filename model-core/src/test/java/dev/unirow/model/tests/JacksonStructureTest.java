package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Annotations of Jackson's that decide which properties are there at all: they hold, or are refused with the reason.
 */
class JacksonStructureTest {
    private final ObjectMapper stock = new ObjectMapper();

    public interface Everyone {}

    public interface Staff extends Everyone {}

    @Embeddable
    public record Contact(
            @JsonView(Everyone.class) String mail,
            @JsonView(Staff.class) String phone) {}

    @Entity
    static class Member extends Model {
        @Id
        private Long id;

        @JsonView(Everyone.class)
        private String name;

        @JsonView(Staff.class)
        private String remark;

        @Embedded
        private Contact contact;

        public String name() {
            return name;
        }

        public String remark() {
            return remark;
        }
    }

    private static Member member() {
        return Models.from(
                Member.class,
                Map.of("id", 1L, "name", "Ann", "remark", "late", "contact", Map.of("mail", "a@b.c", "phone", "1")));
    }

    @Test
    void aViewWritesWhatIsInIt() throws Exception {
        assertThat(stock.writerWithView(Everyone.class).writeValueAsString(member()))
                .isEqualTo("{\"id\":1,\"name\":\"Ann\",\"contact\":{\"mail\":\"a@b.c\"}}");
        assertThat(stock.writerWithView(Staff.class).writeValueAsString(member()))
                .isEqualTo(stock.writeValueAsString(member()))
                .isEqualTo(Models.dumpJson(member()))
                .contains("\"remark\":\"late\"");
        assertThat(stock.writerWithView(Everyone.class).writeValueAsString(List.of(member())))
                .doesNotContain("late");

        ObjectMapper spring = JsonMapper.builder()
                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                .build();
        assertThat(spring.writerWithView(Everyone.class).writeValueAsString(member()))
                .isEqualTo("{\"name\":\"Ann\"}");
    }

    @Test
    void aViewReadsWhatIsInItAndPassesOverTheRest() throws Exception {
        String json = "{\"id\": 1, \"name\": \"Ann\", \"remark\": \"late\"}";
        Member read = stock.readerWithView(Everyone.class).forType(Member.class).readValue(json);
        assertThat(read.name()).isEqualTo("Ann");
        assertThat(read.remark()).isNull();

        Member patched = member();
        stock.readerWithView(Everyone.class)
                .withValueToUpdate(patched)
                .readValue("{\"name\": \"Bob\", \"remark\": \"gone\"}");
        assertThat(patched.name()).isEqualTo("Bob");
        assertThat(patched.remark()).isEqualTo("late");
        assertThat(stock.readValue(json, Member.class).remark()).isEqualTo("late");
    }

    @Entity
    static class Basket extends Model {
        @Id
        private Long id;

        @JsonManagedReference
        @OneToMany(mappedBy = "basket")
        private List<Item> items = new ArrayList<>();

        public List<Item> items() {
            return items;
        }
    }

    @Entity
    static class Item extends Model {
        @Id
        private Long id;

        private String name;

        @JsonBackReference
        @ManyToOne
        private Basket basket;

        public Basket basket() {
            return basket;
        }
    }

    @Test
    void theWayBackIsLeftOutOfJsonAndIsThereInTheModel() {
        Basket basket = Models.from(Basket.class, "{\"id\": 1, \"items\": [{\"id\": 2, \"name\": \"pear\"}]}");
        Item item = basket.items().get(0);
        assertThat(item.basket()).isSameAs(basket);
        assertThat(Models.dumpJson(item)).isEqualTo("{\"id\":2,\"name\":\"pear\"}");
        assertThat(Models.dumpJson(basket)).isEqualTo("{\"id\":1,\"items\":[{\"id\":2,\"name\":\"pear\"}]}");
        assertThat(Models.dump(item)).containsKey("basket");
        assertThatThrownBy(() -> Models.from(Item.class, "{\"basket\": 1}")).hasMessageContaining("'basket'");
        assertThat(Models.jsonSchema(Item.class).get("properties").has("basket"))
                .isFalse();
    }

    @Entity
    static class Customer extends Model {
        @Id
        private Long id;

        @JsonUnwrapped
        @Embedded
        private Contact contact;
    }

    @Test
    void whatWouldMeltIntoItsModelIsRefused() {
        String reason = "'contact' of Customer is annotated with @JsonUnwrapped, which models do not support";
        assertThatThrownBy(() -> Models.from(Customer.class, "{}")).hasMessageContaining(reason);
        assertThatThrownBy(() -> Models.dumpJson(new Customer())).hasMessageContaining(reason);
        assertThatThrownBy(() -> Models.jsonSchema(Customer.class)).hasMessageContaining(reason);
        assertThatThrownBy(() -> stock.writeValueAsString(new Customer())).hasMessageContaining(reason);
        assertThat(Models.dump(new Customer())).containsKey("contact");
    }

    @Entity
    static class Made extends Model {
        @Id
        private Long id;

        Made() {}

        @JsonCreator
        Made(@JsonProperty("id") Long id) {
            this.id = id;
        }
    }

    @Test
    void aModelThatJacksonWouldMakeByItselfIsRefused() {
        assertThatThrownBy(() -> Models.from(Made.class, "{\"id\": 1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Made has a constructor or a method that is annotated with @JsonCreator");
    }
}
