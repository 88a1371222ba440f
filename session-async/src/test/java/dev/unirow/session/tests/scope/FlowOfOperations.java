package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.models.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Fifty operations at random on rows of its own, and what they must come to. */
final class FlowOfOperations {
    private static final int OPERATIONS = 50;

    private final String prefix;
    private final Random random;
    private final Map<String, String> expected = new TreeMap<>();

    FlowOfOperations(int number) {
        prefix = String.format("f%03d-", number);
        random = new Random(number);
    }

    Map<String, String> expected() {
        return expected;
    }

    void run(AsyncSession session) {
        for (int i = 0; i < OPERATIONS; i++) {
            step(session, i);
        }
    }

    private void step(AsyncSession session, int i) {
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                Tag tag = new Tag(prefix + i, "new");
                session.add(tag);
                expected.put(tag.label(), tag.text());
            }
            case 2 -> await(session.flush());
            case 3 -> {
                String label = anyLabel();
                Tag found = await(session.find(Tag.class, label));
                assertThat(found == null ? null : found.text()).isEqualTo(expected.get(label));
            }
            case 4 -> {
                List<Tag> tags = await(
                        session.all(select(Tag.class).where(text(Tag::label).startswith(prefix))));
                assertThat(tags).extracting(Tag::label).containsExactlyInAnyOrderElementsOf(expected.keySet());
            }
            case 5 -> {
                List<String> streamed = await(
                        session.stream(select(Tag.class).where(text(Tag::label).startswith(prefix)))
                                .map(Tag::label)
                                .collect()
                                .asList());
                assertThat(streamed).containsExactlyInAnyOrderElementsOf(expected.keySet());
            }
            default -> {
                String label = anyLabel();
                Tag found = await(session.find(Tag.class, label));
                if (found != null) {
                    await(session.delete(found));
                    expected.remove(label);
                }
            }
        }
    }

    private String anyLabel() {
        List<String> labels = new ArrayList<>(expected.keySet());
        return labels.isEmpty() ? prefix + "none" : labels.get(random.nextInt(labels.size()));
    }
}
