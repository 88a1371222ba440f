package dev.unirow.session.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LoginFaultsTest {
    /** As Vert.x's client says it; the server that the tests start has no such plugin. */
    @Test
    void aPluginThatMariaDbsDriverDoesNotKnowIsAFaultOfTheSetUp() {
        Throwable told = new UnsupportedOperationException("Unsupported authentication method: client_ed25519");

        assertThat(Failures.translate(new CompletionException(told)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "Cannot log in: the account is set up for the authentication plugin 'client_ed25519', ")
                .hasRootCause(told);
    }
}
