package dev.unirow.session.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.internal.wire.Violation;
import org.junit.jupiter.api.Test;

class MariaDbViolationTest {
    @Test
    void aValueThatReadsLikeASentenceIsNotBelieved() {
        assertThat(MariaDbViolation.of("Duplicate entry 'x' for key 'a' for key 'uq_b'"))
                .isEqualTo(new Violation(null, "uq_b"));
        assertThat(MariaDbViolation.of("Duplicate entry 'fails (`s`.`t`, CONSTRAINT `fk`' for key 'PRIMARY'"))
                .isEqualTo(new Violation(null, "PRIMARY"));
    }

    @Test
    void theSentenceIsFoundInWhatTheDriverThrows() {
        assertThat(MariaDbViolation.of("{errorMessage=Column 'name' cannot be null, errorCode=1048, sqlState=23000}"))
                .isEqualTo(new Violation(null, "name"));
    }

    @Test
    void aForeignKeyHasItsTable() {
        assertThat(MariaDbViolation.of(
                        "Cannot add or update a child row: a foreign key constraint fails (`shop`.`pet`, "
                                + "CONSTRAINT `fk_pet` FOREIGN KEY (`owner_id`) REFERENCES `user` (`id`))"))
                .isEqualTo(new Violation("pet", "fk_pet"));
    }

    @Test
    void aDuplicateThatAForeignKeyHandedOnIsThatOfTheOtherTable() {
        assertThat(MariaDbViolation.of("Foreign key constraint for table 'user', record 'a' would lead to a duplicate "
                        + "entry in table 'pet', key 'uq_pet'"))
                .isEqualTo(new Violation("pet", "uq_pet"));
    }

    @Test
    void whatIsNotUnderstoodTellsNothing() {
        assertThat(MariaDbViolation.of(null)).isEqualTo(new Violation(null, null));
        assertThat(MariaDbViolation.of("Es ist etwas schiefgegangen")).isEqualTo(new Violation(null, null));
    }
}
