package dev.unirow.junit;

/** Where databases of tests are made and deleted. Thread-safe. */
interface Place extends AutoCloseable {
    /** Whether the databases are files. */
    boolean isFile();

    /** A new database, prepared; its URL. */
    String make();

    /** Deletes a database that was made, and is closed. */
    void delete(String url);

    /** Deletes what it needed to make others. */
    @Override
    void close();

    static Place of(String url, Preparation preparation) {
        if (url.equals(StartedPostgres.URL)) {
            return new ServerPlace(StartedPostgres.url(), preparation);
        }
        if (url.startsWith("embedded:")) {
            throw new IllegalArgumentException("@UnirowTest starts no server for '" + url + "', only for '"
                    + StartedPostgres.URL + "'. Start it yourself, and give its URL.");
        }
        return url.startsWith("sqlite") ? new FilePlace(url, preparation) : new ServerPlace(url, preparation);
    }
}
