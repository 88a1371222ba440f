package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.constraint.IpAddress;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Email;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.constraints.URL;
import org.hibernate.validator.constraints.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of a known form: addresses of mail, of pages and of machines. */
class AddressTest {
    @Entity
    static class Machine extends Model {
        @Id
        private Long id;

        @Email private String mail;

        @URL
        private String page;

        @URL(regexp = "https:.*")
        private String safe;

        @UUID
        private String serial;

        @IpAddress
        private String any;

        @IpAddress(version = IpAddress.Version.V4)
        private String four;

        @IpAddress(version = IpAddress.Version.V6)
        private String six;

        private InetAddress address;

        @ElementCollection
        private List<@IpAddress(version = IpAddress.Version.V4) String> names;
    }

    private static Machine machine(String property, Object value) {
        return Models.from(Machine.class, Map.of(property, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "127.0.0.1", "10.20.30.40"})
    void versionFour(String text) {
        assertThat(machine("any", text)).isNotNull();
        assertThat(machine("four", text)).isNotNull();
        assertThatThrownBy(() -> machine("six", text))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'six' must be an IPv6 address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "2001:db8::8a2e:370:7334",
                "2001:0DB8:0000:0000:0000:8A2E:0370:7334",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "::ffff:192.0.2.1",
                "1:2:3:4:5:6:192.0.2.1"
            })
    void versionSix(String text) {
        assertThat(machine("any", text)).isNotNull();
        assertThat(machine("six", text)).isNotNull();
        assertThatThrownBy(() -> machine("four", text))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'four' must be an IPv4 address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "1.2.3",
                "1.2.3.4.",
                ".1.2.3.4",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4/8",
                "1.2.3.4\n",
                "0x7f.1.1.1",
                "\u0661.2.3.4",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2::3",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "12345::",
                "g::",
                "::1%eth0",
                "[::1]",
                "192.0.2.1::",
                "::1.2.3"
            })
    void noAddress(String text) {
        assertThatThrownBy(() -> machine("any", text))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'any' must be an IP address");
    }

    @Test
    void anAddressIsReadWithoutLookingNamesUp() throws Exception {
        assertThat(machine("address", "10.0.0.1").address)
                .isEqualTo(InetAddress.getByAddress(new byte[] {10, 0, 0, 1}));
        assertThat(machine("address", "::1").address.getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
        assertThatThrownBy(() -> machine("address", "localhost"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'address' must be an IP address");
    }

    @Test
    void elementsAreJudgedAndTheMessageStaysInOtherLanguages() {
        assertThatThrownBy(() -> machine("names", List.of("1.2.3.4", "::1")))
                .isInstanceOfSatisfying(
                        InvalidModelException.class,
                        invalid -> assertThat(invalid.in(Locale.GERMAN))
                                .hasToString(invalid.in(Locale.ENGLISH).toString()))
                .hasMessageContaining("'names[1]' must be an IPv4 address");
    }

    @Test
    void theSchemaSaysTheForm() throws Exception {
        JsonNode properties = new ObjectMapper()
                .readTree(Models.jsonSchema(Machine.class).toString())
                .get("properties");

        assertThat(properties.at("/mail")).hasToString("{\"type\":[\"string\",\"null\"],\"format\":\"email\"}");
        assertThat(properties.at("/page")).hasToString("{\"type\":[\"string\",\"null\"],\"format\":\"uri\"}");
        assertThat(properties.at("/safe/pattern").textValue()).isEqualTo("^(?:https:.*)$");
        assertThat(properties.at("/serial/format").textValue()).isEqualTo("uuid");
        assertThat(properties.at("/four/format").textValue()).isEqualTo("ipv4");
        assertThat(properties.at("/six/format").textValue()).isEqualTo("ipv6");
        assertThat(properties.at("/any"))
                .hasToString("{\"type\":[\"string\",\"null\"],\"allOf\":[{\"anyOf\":"
                        + "[{\"format\":\"ipv4\"},{\"format\":\"ipv6\"}]}]}");
        assertThat(properties.at("/names/items/format").textValue()).isEqualTo("ipv4");
    }
}
