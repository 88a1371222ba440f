package heroes;

import jakarta.persistence.Embeddable;

/** Where somebody lives. */
@Embeddable
public record Address(String street, String city) {}
