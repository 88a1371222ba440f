package dev.unirow.schema.tests;

import java.util.List;
import java.util.stream.Stream;

/** All that a schema is asked to keep of a table. */
final class Features {
    private Features() {}

    static Stream<Feature> all() {
        return Stream.of(
                        TableFeatures.all(),
                        ColumnFeatures.all(),
                        NumberFeatures.all(),
                        IndexFeatures.all(),
                        KeyFeatures.all(),
                        TextFeatures.all())
                .flatMap(List::stream);
    }
}
