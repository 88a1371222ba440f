package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.spi.ExactNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ExactNumbersTest {
    @Test
    void wholeNumbersAreTakenExactlyOrNotAtAll() {
        assertThat(ExactNumbers.exact(Long.class, 7)).isEqualTo(7L);
        assertThat(ExactNumbers.exact(Integer.class, 7L)).isEqualTo(7);
        assertThat(ExactNumbers.exact(Integer.class, 7.0)).isEqualTo(7);
        assertThat(ExactNumbers.exact(Short.class, new BigDecimal("7.00"))).isEqualTo((short) 7);
        assertThat(ExactNumbers.exact(BigInteger.class, 7)).isEqualTo(BigInteger.valueOf(7));
        assertThat(ExactNumbers.exact(Integer.class, 1L << 31)).isNull();
        assertThat(ExactNumbers.exact(Byte.class, 128)).isNull();
        assertThat(ExactNumbers.exact(Integer.class, 7.5)).isNull();
        assertThat(ExactNumbers.exact(Long.class, Double.NaN)).isNull();
        assertThat(ExactNumbers.exact(Long.class, Double.POSITIVE_INFINITY)).isNull();
    }

    @Test
    void fractionsBecomeTheNearestBinaryOne() {
        assertThat(ExactNumbers.exact(Double.class, new BigDecimal("0.1"))).isEqualTo(0.1);
        assertThat(ExactNumbers.exact(Double.class, 0.1f)).isEqualTo(0.1);
        assertThat(ExactNumbers.exact(Float.class, 0.1)).isEqualTo(0.1f);
        assertThat(ExactNumbers.exact(BigDecimal.class, 0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(ExactNumbers.exact(BigDecimal.class, 3)).isEqualTo(new BigDecimal("3"));
        assertThat(ExactNumbers.exact(Double.class, (1L << 53) + 1)).isNull();
        assertThat(ExactNumbers.exact(Float.class, (1 << 24) + 1)).isNull();
        assertThat(ExactNumbers.exact(Double.class, new BigDecimal("1e400"))).isNull();
    }

    @Test
    void wholeNumbersBecomeTheBinaryOneThatIsWrittenSo() {
        assertThat(ExactNumbers.exact(Double.class, new BigDecimal("1e300"))).isEqualTo(1e300);
        assertThat(ExactNumbers.exact(Double.class, new BigDecimal("1.7976931348623157E308")))
                .isEqualTo(Double.MAX_VALUE);
        assertThat(ExactNumbers.exact(Float.class, new BigDecimal("1e30"))).isEqualTo(1e30f);
        assertThat(ExactNumbers.exact(Double.class, new BigDecimal("9007199254740993")))
                .isNull();
    }

    @Test
    void whatIsTooLargeIsNotTakenForInfinity() {
        assertThat(ExactNumbers.exact(Float.class, 1e300)).isNull();
        assertThat(ExactNumbers.exact(Float.class, new BigDecimal("1e300"))).isNull();
        assertThat(ExactNumbers.exact(Float.class, Double.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void hugeExponentsCostNothing() {
        assertThat(ExactNumbers.exact(Long.class, new BigDecimal("1e999999999")))
                .isNull();
        assertThat(ExactNumbers.exact(BigInteger.class, new BigDecimal("1e999999999")))
                .isNull();
        assertThat(ExactNumbers.exact(Integer.class, new BigDecimal("1e-999999999")))
                .isNull();
        assertThat(ExactNumbers.exact(Double.class, new BigDecimal("1e999999999")))
                .isNull();
    }
}
