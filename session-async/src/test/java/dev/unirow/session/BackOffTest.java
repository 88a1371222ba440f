package dev.unirow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMillis(10), Duration.ofMillis(100));

    private List<Duration> waits(int retry) {
        return Stream.generate(() -> backOff.before(retry)).limit(500).toList();
    }

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToTheLongest() {
        List<Integer> longest = List.of(10, 20, 40, 80, 100, 100);
        for (int retry = 0; retry < longest.size(); retry++) {
            Duration bound = Duration.ofMillis(longest.get(retry));
            assertThat(waits(retry)).allSatisfy(wait -> assertThat(wait).isBetween(bound.dividedBy(2), bound));
        }
    }

    @Test
    void twoThatWaitDoNotWaitEquallyLong() {
        assertThat(waits(3).stream().distinct().count()).isGreaterThan(400);
    }

    @Test
    void manyRetriesDoNotOverflow() {
        assertThat(waits(10_000)).allSatisfy(wait -> assertThat(wait).isPositive());
    }
}
