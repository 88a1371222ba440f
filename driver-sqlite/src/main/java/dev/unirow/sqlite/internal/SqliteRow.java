package dev.unirow.sqlite.internal;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One row as SQLite stores it (Long, Double, String, byte[] or null), read as what Hibernate asks for. */
public @SuppressWarnings("NullAway") // Vert.x's Row gives null for NULL, without annotations that say so
final class SqliteRow implements Row {
    private static final Map<Class<?>, BiFunction<SqliteRow, Integer, Object>> READERS = Map.ofEntries(
            Map.entry(Long.class, SqliteRow::getLong),
            Map.entry(Integer.class, SqliteRow::getInteger),
            Map.entry(Short.class, SqliteRow::getShort),
            Map.entry(
                    Byte.class, (row, i) -> (byte) StoredValues.within(row.getLong(i), Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(Double.class, SqliteRow::getDouble),
            Map.entry(Float.class, SqliteRow::getFloat),
            Map.entry(Boolean.class, SqliteRow::getBoolean),
            Map.entry(String.class, SqliteRow::getString),
            Map.entry(BigDecimal.class, SqliteRow::getBigDecimal),
            Map.entry(BigInteger.class, (row, i) -> row.getBigDecimal(i).toBigIntegerExact()),
            Map.entry(LocalDate.class, SqliteRow::getLocalDate),
            Map.entry(LocalTime.class, SqliteRow::getLocalTime),
            Map.entry(LocalDateTime.class, SqliteRow::getLocalDateTime),
            Map.entry(OffsetDateTime.class, SqliteRow::getOffsetDateTime),
            Map.entry(ZonedDateTime.class, (row, i) -> row.getOffsetDateTime(i).toZonedDateTime()),
            Map.entry(OffsetTime.class, SqliteRow::getOffsetTime),
            Map.entry(Instant.class, (row, i) -> row.getOffsetDateTime(i).toInstant()),
            Map.entry(UUID.class, SqliteRow::getUUID),
            Map.entry(Buffer.class, SqliteRow::getBuffer),
            Map.entry(byte[].class, (row, i) -> StoredValues.bytes(row.values[i])),
            Map.entry(JsonObject.class, (row, i) -> new JsonObject(row.getString(i))),
            Map.entry(JsonArray.class, (row, i) -> new JsonArray(row.getString(i))));

    private final SqliteColumns columns;
    private final @Nullable Object[] values;

    public SqliteRow(SqliteColumns columns, @Nullable Object[] values) {
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

    /** Without an offset it is in UTC, as earlier versions wrote it. */
    @Override
    public OffsetTime getOffsetTime(int position) {
        return StoredValues.offsetTime(values[position]);
    }

    @Override
    public UUID getUUID(int position) {
        return StoredValues.uuid(values[position]);
    }

    /** As the type that is asked for; a type this driver does not know is given only to a value that has it already. */
    @Override
    public <T> T get(Class<T> type, int position) {
        Object value = values[position];
        if (value == null) {
            return null;
        }
        BiFunction<SqliteRow, Integer, Object> reader = READERS.get(type);
        return type.cast(reader == null ? value : reader.apply(this, position));
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
