package dev.unirow.session.internal.connect;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options of a URL: each is one that its database knows, or refused. */
final class UrlOptions {
    private UrlOptions() {}

    static void requireKnown(DatabaseUrl url, Set<String> known) {
        for (Map.Entry<String, String> option : url.options().entrySet()) {
            if (!known.contains(option.getKey())) {
                throw new IllegalArgumentException("The URL of '" + url + "' has an option '" + option.getKey()
                        + "' that is unknown: known are " + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
    }
}
