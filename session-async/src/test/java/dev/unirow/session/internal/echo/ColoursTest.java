package dev.unirow.session.internal.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColoursTest {
    private static final String TERM = "TERM";

    @Test
    void aTerminalHasColours() {
        assertThat(Colours.of(true, Map.of(TERM, "xterm-256color"))).isEqualTo(Colours.ANSI);
        assertThat(Colours.of(true, Map.of(TERM, "xterm", "NO_COLOR", ""))).isEqualTo(Colours.ANSI);
    }

    @Test
    void aFileAPipeADumbTerminalAndWhoeverWantsNoneHaveNone() {
        assertThat(Colours.of(false, Map.of(TERM, "xterm"))).isEqualTo(Colours.NONE);
        assertThat(Colours.of(true, Map.of(TERM, "dumb"))).isEqualTo(Colours.NONE);
        assertThat(Colours.of(true, Map.of())).isEqualTo(Colours.NONE);
        assertThat(Colours.of(true, Map.of(TERM, "xterm", "NO_COLOR", "1"))).isEqualTo(Colours.NONE);
    }

    @Test
    void eachTextEndsWithItsColour() {
        assertThat(Colours.ANSI.sql("select 1")).isEqualTo("\u001B[36mselect 1\u001B[0m");
        assertThat(Colours.NONE.sql("select 1")).isEqualTo("select 1");
    }
}
