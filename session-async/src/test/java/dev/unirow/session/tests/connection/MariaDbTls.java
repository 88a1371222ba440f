package dev.unirow.session.tests.connection;

import dev.unirow.session.Database;
import dev.unirow.session.TlsMode;
import dev.unirow.testing.MariaDbServer;

final class MariaDbTls implements TlsServer {
    MariaDbTls() {
        MariaDbServer.execute("mysql", "create or replace user certified@'127.0.0.1' identified by 'pw' require x509");
        MariaDbServer.execute("mysql", "grant all privileges on *.* to certified@'127.0.0.1'");
    }

    private static String address(String credentials, String host) {
        return "mariadb+asyncmy://" + credentials + "@" + host + ":" + MariaDbServer.port() + "/mysql";
    }

    @Override
    public String url(String host) {
        return address(MariaDbServer.USER + ":" + MariaDbServer.PASSWORD, host);
    }

    @Override
    public String urlOfCertified(String host) {
        return address("certified:pw", host);
    }

    @Override
    public boolean isEncrypted(Database db) {
        return !"".equals(TlsServer.value(db, "show session status like 'Ssl_cipher'", "Value"));
    }

    @Override
    public boolean allowIsPrefer() {
        return true;
    }

    @Override
    public String urlMode(TlsMode mode) {
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
    public String urlRoot() {
        return "ssl_ca";
    }

    @Override
    public String urlCertificate() {
        return "ssl_cert";
    }

    @Override
    public String urlKey() {
        return "ssl_key";
    }
}
