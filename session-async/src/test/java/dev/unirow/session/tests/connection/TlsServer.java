package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.session.TlsMode;

/** A server that encrypts connections, and how its own clients ask for it in a URL. */
interface TlsServer {
    /** The URL of a database, by the name or address of the server. */
    String url(String host);

    /** The URL of the same for a user who must show a certificate. */
    String urlOfCertified(String host);

    /** Whether the connection is encrypted. */
    boolean isEncrypted(Database db);

    /** Whether this kind of database's clients do not tell {@code allow} from {@code prefer}. */
    boolean allowIsPrefer();

    /** How this kind of database's own clients write the modes. */
    String urlMode(TlsMode mode);

    String urlRoot();

    String urlCertificate();

    String urlKey();

    static Object value(Database db, String sql, String column) {
        return await(db.connect(connection -> connection.select(sql))).get(0).get(column);
    }
}
