package dev.unirow.testing;

/** What the test servers show for themselves, and what they trust their clients by. */
public final class ServerCertificates {
    private static final Certificates ALL = Certificates.make();

    /** For {@code localhost}, and not for its address. */
    public static final Certificates.Pair SERVER = ALL.pair("server", "localhost");

    /** What a client is known by. */
    public static final Certificates.Pair CLIENT = ALL.pair("client", "localhost");

    private ServerCertificates() {}
}
