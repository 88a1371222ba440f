package dev.unirow.session.internal.failure;

import java.util.Optional;

/**
 * Why no log-in can succeed, however often it is tried: this program, or the account, has to be set up in another way.
 */
final class LoginFaults {
    private static final String NO_SCRAM = "Scram authentication not supported";
    private static final String NO_METHOD = "Unsupported authentication method: ";

    private LoginFaults() {}

    /** An {@link IllegalStateException}, as for a driver that is not on the class path. */
    static Optional<Throwable> in(CauseChain chain, Throwable failure) {
        for (Throwable link : chain.links()) {
            String message = String.valueOf(link.getMessage());
            if (message.startsWith(NO_SCRAM)) {
                return Optional.of(new IllegalStateException(
                        "Cannot log in: the server asks for the password by SCRAM (scram-sha-256), and what PostgreSQL's driver needs for "
                                + "that is not on the class path. Add the dependency 'com.ongres.scram:scram-client'.",
                        failure));
            }
            if (link instanceof UnsupportedOperationException && message.startsWith(NO_METHOD)) {
                return Optional.of(new IllegalStateException(
                        "Cannot log in: the account is set up for the authentication plugin '"
                                + message.substring(NO_METHOD.length())
                                + "', which the driver does not know. Set it up for another one, such as mysql_native_password.",
                        failure));
            }
        }
        return Optional.empty();
    }
}
