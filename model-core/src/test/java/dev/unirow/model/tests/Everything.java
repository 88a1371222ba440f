package dev.unirow.model.tests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unirow.model.Model;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A property of every type. */
@Entity
public class Everything extends Model {
    public enum Colour {
        RED,
        GREEN;

        @Override
        public String toString() {
            return "the colour " + name();
        }
    }

    @Embeddable
    public record Address(@NotBlank String street, Integer number) {
        public Address {
            if (number != null && number < 0) {
                throw new IllegalArgumentException("below the ground: " + number);
            }
        }
    }

    @Id
    Long id;

    String text;
    Boolean flag;
    boolean plainFlag;
    Integer number;
    int plainNumber = 7;
    Long big;
    Double fraction;
    BigDecimal price;
    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;
    Instant instant;
    UUID uuid;
    Colour colour;
    byte[] bytes;
    Map<String, Object> json = new HashMap<>(Map.of("default", true));
    List<Integer> numbers;
    JsonNode tree;

    @Valid @Embedded
    Address address;

    @ElementCollection
    Set<String> tags;

    @ElementCollection
    List<Address> addresses;

    @Version
    Integer version;

    public Everything() {}
}
