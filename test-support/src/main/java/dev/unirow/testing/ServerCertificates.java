package dev.unirow.testing;

/** What the test servers show for themselves, and what they trust their clients by. */
public final class ServerCertificates {
    private static final Certificates ALL = Certificates.in(UserCache.folder("certificates", folder -> {
        Certificates made = Certificates.in(folder);
        made.pair("server", "localhost");
        made.pair("client", "localhost");
    }));

    /** For {@code localhost}, and not for its address. */
    public static final Certificates.Pair SERVER = ALL.made("server");

    /** What a client is known by. */
    public static final Certificates.Pair CLIENT = ALL.made("client");

    private ServerCertificates() {}
}
