package dev.unirow.sqlite;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row as SQLite stores it (Long, Double, String, byte[] or null), read as what Hibernate asks for. */
@SuppressWarnings("NullAway") // Vert.x's Row gives null for NULL, without annotations that say so
final class SqliteRow implements Row {
    private final SqliteColumns columns;
    private final @Nullable Object[] values;

    SqliteRow(SqliteColumns columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    @Nullable Object[] values() {
        return values;
    }

    @Override
    public Object getValue(int position) {
        return values[position];
    }

    @Override
    public String getColumnName(int position) {
        return columns.names().get(position);
    }

    @Override
    public int getColumnIndex(String column) {
        return columns.indexOf(column);
    }

    @Override
    public Object getValue(String column) {
        int index = getColumnIndex(column);
        if (index < 0) {
            throw new NoSuchElementException("The result has no column '" + column + "', but " + columns.names() + ".");
        }
        return values[index];
    }

    @Override
    public String getString(int position) {
        return StoredValues.text(values[position]);
    }

    @Override
    public Boolean getBoolean(int position) {
        return StoredValues.bool(values[position]);
    }

    @Override
    public Short getShort(int position) {
        Long value = StoredValues.integer(values[position]);
        return value == null
                ? null
                : Short.valueOf((short) StoredValues.within(value, Short.MIN_VALUE, Short.MAX_VALUE));
    }

    @Override
    public Integer getInteger(int position) {
        Long value = StoredValues.integer(values[position]);
        return value == null
                ? null
                : Integer.valueOf((int) StoredValues.within(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @Override
    public Long getLong(int position) {
        return StoredValues.integer(values[position]);
    }

    @Override
    public Float getFloat(int position) {
        Double value = StoredValues.real(values[position]);
        return value == null ? null : value.floatValue();
    }

    @Override
    public Double getDouble(int position) {
        return StoredValues.real(values[position]);
    }

    @Override
    public BigDecimal getBigDecimal(int position) {
        return StoredValues.decimal(values[position], columns.scale(position));
    }

    @Override
    public Buffer getBuffer(int position) {
        byte[] value = StoredValues.bytes(values[position]);
        return value == null ? null : Buffer.buffer(value);
    }

    @Override
    public LocalDate getLocalDate(int position) {
        return StoredValues.date(values[position]);
    }

    @Override
    public LocalTime getLocalTime(int position) {
        return StoredValues.time(values[position]);
    }

    @Override
    public LocalDateTime getLocalDateTime(int position) {
        return StoredValues.dateTime(values[position]);
    }

    @Override
    public OffsetDateTime getOffsetDateTime(int position) {
        LocalDateTime value = StoredValues.dateTime(values[position]);
        return value == null ? null : value.atOffset(ZoneOffset.UTC);
    }

    @Override
    public UUID getUUID(int position) {
        String value = StoredValues.text(values[position]);
        return value == null ? null : UUID.fromString(value);
    }

    /** As the type that is asked for; a type this driver does not know is given only to a value that has it already. */
    @Override
    public <T> T get(Class<T> type, int position) {
        Object value = values[position];
        if (value == null) {
            return null;
        }
        Object converted = type == Long.class
                ? getLong(position)
                : type == Integer.class
                        ? getInteger(position)
                        : type == Short.class
                                ? getShort(position)
                                : type == Byte.class
                                        ? Byte.valueOf((byte)
                                                StoredValues.within(getLong(position), Byte.MIN_VALUE, Byte.MAX_VALUE))
                                        : type == Double.class
                                                ? getDouble(position)
                                                : type == Float.class
                                                        ? getFloat(position)
                                                        : type == Boolean.class
                                                                ? getBoolean(position)
                                                                : type == String.class
                                                                        ? getString(position)
                                                                        : type == BigDecimal.class
                                                                                ? getBigDecimal(position)
                                                                                : type == java.math.BigInteger.class
                                                                                        ? getBigDecimal(position)
                                                                                                .toBigIntegerExact()
                                                                                        : type == LocalDate.class
                                                                                                ? getLocalDate(position)
                                                                                                : type
                                                                                                                == LocalTime
                                                                                                                        .class
                                                                                                        ? getLocalTime(
                                                                                                                position)
                                                                                                        : type
                                                                                                                        == LocalDateTime
                                                                                                                                .class
                                                                                                                ? getLocalDateTime(
                                                                                                                        position)
                                                                                                                : type
                                                                                                                                == OffsetDateTime
                                                                                                                                        .class
                                                                                                                        ? getOffsetDateTime(
                                                                                                                                position)
                                                                                                                        : type
                                                                                                                                        == java
                                                                                                                                                .time
                                                                                                                                                .Instant
                                                                                                                                                .class
                                                                                                                                ? getOffsetDateTime(
                                                                                                                                                position)
                                                                                                                                        .toInstant()
                                                                                                                                : type
                                                                                                                                                == UUID.class
                                                                                                                                        ? getUUID(
                                                                                                                                                position)
                                                                                                                                        : type
                                                                                                                                                        == Buffer
                                                                                                                                                                .class
                                                                                                                                                ? getBuffer(
                                                                                                                                                        position)
                                                                                                                                                : type
                                                                                                                                                                == byte
                                                                                                                                                                                []
                                                                                                                                                                        .class
                                                                                                                                                        ? StoredValues
                                                                                                                                                                .bytes(
                                                                                                                                                                        value)
                                                                                                                                                        : value;
        return type.cast(converted);
    }

    @Override
    public Tuple addValue(Object value) {
        throw new UnsupportedOperationException("A row of a result cannot be changed.");
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("A row of a result cannot be changed.");
    }

    @Override
    public List<Class<?>> types() {
        return Arrays.stream(values)
                .<Class<?>>map(value -> value == null ? Object.class : value.getClass())
                .toList();
    }
}
