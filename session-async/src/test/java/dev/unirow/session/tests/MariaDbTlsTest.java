package dev.unirow.session.tests;

import dev.unirow.session.Database;
import dev.unirow.session.TlsMode;
import dev.unirow.testing.MariaDbServer;
import org.junit.jupiter.api.BeforeAll;

class MariaDbTlsTest extends TlsContract {
    @BeforeAll
    static void createUser() {
        MariaDbServer.execute("mysql", "create or replace user certified@'127.0.0.1' identified by 'pw' require x509");
        MariaDbServer.execute("mysql", "grant all privileges on *.* to certified@'127.0.0.1'");
    }

    private static String address(String credentials, String host) {
        return "mariadb+asyncmy://" + credentials + "@" + host + ":" + MariaDbServer.port() + "/mysql";
    }

    @Override
    String url(String host) {
        return address(MariaDbServer.USER + ":" + MariaDbServer.PASSWORD, host);
    }

    @Override
    String urlOfCertified(String host) {
        return address("certified:pw", host);
    }

    @Override
    boolean isEncrypted(Database db) {
        return !"".equals(value(db, "show session status like 'Ssl_cipher'", "Value"));
    }

    @Override
    boolean allowIsPrefer() {
        return true;
    }

    @Override
    String urlMode(TlsMode mode) {
        return "ssl-mode="
                + switch (mode) {
                    case DISABLE -> "DISABLED";
                    case ALLOW, PREFER -> "PREFERRED";
                    case REQUIRE -> "REQUIRED";
                    case VERIFY_CA -> "VERIFY_CA";
                    case VERIFY_FULL -> "VERIFY_IDENTITY";
                };
    }

    @Override
    String urlRoot() {
        return "ssl_ca";
    }

    @Override
    String urlCertificate() {
        return "ssl_cert";
    }

    @Override
    String urlKey() {
        return "ssl_key";
    }
}
