package dev.unirow.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void wholeNumbersAreTakenExactlyOrNotAtAll() {
        assertThat(Numbers.exact(Long.class, 7)).isEqualTo(7L);
        assertThat(Numbers.exact(Integer.class, 7L)).isEqualTo(7);
        assertThat(Numbers.exact(Integer.class, 7.0)).isEqualTo(7);
        assertThat(Numbers.exact(Short.class, new BigDecimal("7.00"))).isEqualTo((short) 7);
        assertThat(Numbers.exact(BigInteger.class, 7)).isEqualTo(BigInteger.valueOf(7));
        assertThat(Numbers.exact(Integer.class, 1L << 31)).isNull();
        assertThat(Numbers.exact(Byte.class, 128)).isNull();
        assertThat(Numbers.exact(Integer.class, 7.5)).isNull();
        assertThat(Numbers.exact(Long.class, Double.NaN)).isNull();
        assertThat(Numbers.exact(Long.class, Double.POSITIVE_INFINITY)).isNull();
    }

    @Test
    void fractionsBecomeTheNearestBinaryOne() {
        assertThat(Numbers.exact(Double.class, new BigDecimal("0.1"))).isEqualTo(0.1);
        assertThat(Numbers.exact(Double.class, 0.1f)).isEqualTo(0.1);
        assertThat(Numbers.exact(Float.class, 0.1)).isEqualTo(0.1f);
        assertThat(Numbers.exact(BigDecimal.class, 0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(Numbers.exact(BigDecimal.class, 3)).isEqualTo(new BigDecimal("3"));
        assertThat(Numbers.exact(Double.class, (1L << 53) + 1)).isNull();
        assertThat(Numbers.exact(Float.class, (1 << 24) + 1)).isNull();
        assertThat(Numbers.exact(Double.class, new BigDecimal("1e400"))).isNull();
    }

    @Test
    void hugeExponentsCostNothing() {
        assertThat(Numbers.exact(Long.class, new BigDecimal("1e999999999"))).isNull();
        assertThat(Numbers.exact(BigInteger.class, new BigDecimal("1e999999999")))
                .isNull();
        assertThat(Numbers.exact(Integer.class, new BigDecimal("1e-999999999"))).isNull();
        assertThat(Numbers.exact(Double.class, new BigDecimal("1e999999999"))).isNull();
    }
}
