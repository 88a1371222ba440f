package dev.unirow.session;

/** Whether connections to a server are encrypted, and what is asked of its certificate: libpq's {@code sslmode}. */
public enum TlsMode {
    /** Never. */
    DISABLE,
    /** Only where the server refuses otherwise; MariaDB has no such thing, and takes it for {@link #PREFER}. */
    ALLOW,
    /** Where the server can, and without where not. */
    PREFER,
    /** Always, to whoever answers; with a root certificate as {@link #VERIFY_CA}. */
    REQUIRE,
    /** Always, to a server whose certificate is signed by one that is trusted. */
    VERIFY_CA,
    /** As {@link #VERIFY_CA}, and the certificate is for the host of the URL. */
    VERIFY_FULL
}
