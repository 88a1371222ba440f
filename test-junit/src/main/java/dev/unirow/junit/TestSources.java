package dev.unirow.junit;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;

/** Where the databases of a run of tests come from: one source for all classes that ask for the same. Thread-safe. */
final class TestSources implements AutoCloseable {
    private static final String ASKED = "unirow.test.asked";

    private record Asked(
            String url,
            List<Class<?>> models,
            Class<? extends TestData> data,
            boolean migrate,
            TestIsolation isolation) {}

    private final Map<Asked, TestSource> sources = new ConcurrentHashMap<>();

    TestSource get(UnirowTest marked) {
        Asked asked = new Asked(
                expanded(marked.url()), List.of(marked.models()), marked.data(), marked.migrate(), marked.isolation());
        return sources.computeIfAbsent(asked, TestSources::made);
    }

    private static String expanded(String url) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultSources()
                    .addDefaultInterceptors()
                    .withDefaultValue(ASKED, url)
                    .build()
                    .getValue(ASKED, String.class);
        } catch (NoSuchElementException missing) {
            throw new IllegalStateException(
                    "The URL '" + url
                            + "' of @UnirowTest asks for a key that is not configured. Set it, or write what is to "
                            + "be taken without it: ${key:sqlite://}.",
                    missing);
        }
    }

    private static TestSource made(Asked asked) {
        Preparation preparation = new Preparation(asked.models(), asked.data(), asked.migrate());
        Place place = Place.of(asked.url(), preparation);
        boolean rollback = asked.isolation() == TestIsolation.ROLLBACK
                || asked.isolation() == TestIsolation.FASTEST && !place.isFile();
        return new TestSource(place, preparation, rollback);
    }

    /** Deletes all databases that were made. */
    @Override
    public void close() {
        sources.values().forEach(TestSource::close);
    }
}
