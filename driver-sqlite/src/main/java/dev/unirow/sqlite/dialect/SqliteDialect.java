package dev.unirow.sqlite.dialect;

import dev.unirow.sqlite.internal.BoundValues;
import dev.unirow.sqlite.internal.SqliteFailures;
import jakarta.persistence.TemporalType;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.community.dialect.identity.SQLiteIdentityColumnSupport;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.function.CommonFunctionFactory;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.dialect.temptable.TemporaryTableStrategy;
import org.hibernate.dialect.unique.UniqueDelegate;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierCaseStrategy;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.exception.spi.ViolatedConstraintNameExtractor;
import org.hibernate.mapping.Table;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.mutation.EntityMutationTarget;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.sqm.CastType;
import org.hibernate.query.sqm.IntervalType;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableMutationStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableMutationStrategy;
import org.hibernate.reactive.provider.impl.ReactiveModeCheck;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.tool.schema.spi.Exporter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;
import org.hibernate.type.descriptor.sql.spi.DdlTypeRegistry;
import org.jspecify.annotations.Nullable;

/**
 * SQLite as the library of this driver speaks it: generated values through RETURNING, violations told apart by kind,
 * dates and UUIDs as text, {@code on conflict}. Use it with {@link dev.unirow.sqlite.SqlitePool}.
 */
public class SqliteDialect extends SQLiteDialect {
    private static final DatabaseVersion OLDEST = DatabaseVersion.make(3, 42);

    /** Whether it is for this driver's connections: those of the blocking Hibernate do not have its functions. */
    private boolean isReactive;

    public SqliteDialect() {
        super(OLDEST);
    }

    public SqliteDialect(DatabaseVersion version) {
        super(version);
    }

    public SqliteDialect(DialectResolutionInfo info) {
        super(info.makeCopyOrDefault(OLDEST));
        registerKeywords(info);
    }

    @Override
    protected void registerColumnTypes(TypeContributions contributions, ServiceRegistry services) {
        super.registerColumnTypes(contributions, services);
        DdlTypeRegistry types = contributions.getTypeConfiguration().getDdlTypeRegistry();
        types.addDescriptor(new DdlTypeImpl(SqlTypes.UUID, "char(36)", this));
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry services) {
        super.contributeTypes(contributions, services);
        JdbcTypeRegistry types = contributions.getTypeConfiguration().getJdbcTypeRegistry();
        types.addDescriptor(TextUuidJdbcType.INSTANCE);
        types.addDescriptor(new IsoTimestampJdbcType());
        types.addDescriptor(new IsoDateJdbcType());
        types.addDescriptor(new IsoTimeJdbcType());
        types.addDescriptor(SqlTypes.TIME_UTC, new IsoTimeJdbcType());
        for (int code : new int[] {SqlTypes.INSTANT, SqlTypes.OFFSET_DATE_TIME, SqlTypes.ZONED_DATE_TIME}) {
            types.addDescriptor(code, types.getDescriptor(SqlTypes.TIMESTAMP_UTC));
        }
        // the texts of @Enumerated(STRING); SQLite has no types of their own for enums
        types.addDescriptor(SqlTypes.NAMED_ENUM, VarcharJdbcType.INSTANCE);
    }

    // ---- generated values

    @Override
    public IdentityColumnSupport getIdentityColumnSupport() {
        return RowId.SUPPORT;
    }

    /** Hibernate drops the type of an identity column when the statement holds "integer" already, in lower case. */
    private static final class RowId extends SQLiteIdentityColumnSupport {
        static final RowId SUPPORT = new RowId();

        @Override
        public String getIdentityColumnString(int type) {
            return "INTEGER";
        }

        /** For ids of rows that come from a query. */
        @Override
        public String appendIdentitySelectToInsert(String column, String insert) {
            return insert + " returning " + column;
        }
    }

    @Override
    public boolean supportsInsertReturning() {
        return true;
    }

    @Override
    public boolean supportsInsertReturningRowId() {
        return false;
    }

    // ---- failures

    @Override
    public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
        return (failure, message, sql) -> SqliteFailures.convert(failure, message, sql);
    }

    @Override
    public ViolatedConstraintNameExtractor getViolatedConstraintNameExtractor() {
        return SqliteFailures::constraintName;
    }

    // ---- statements

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new StandardSqlAstTranslatorFactory() {
            @Override
            protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(
                    SessionFactoryImplementor factory, Statement statement) {
                return new QueryTranslator<>(factory, statement, isReactive);
            }
        };
    }

    @Override
    public MutationOperation createOptionalTableUpdateOperation(
            EntityMutationTarget target, OptionalTableUpdate update, SessionFactoryImplementor factory) {
        return new UpsertTranslator<>(factory, update).createMergeOperation(update);
    }

    @Override
    public TemporaryTableStrategy getLocalTemporaryTableStrategy() {
        return new TemporaryTables();
    }

    @Override
    public SqmMultiTableMutationStrategy getFallbackSqmMutationStrategy(
            EntityMappingType entity, RuntimeModelCreationContext context) {
        return new LocalTemporaryTableMutationStrategy(entity, context);
    }

    @Override
    public SqmMultiTableInsertStrategy getFallbackSqmInsertStrategy(
            EntityMappingType entity, RuntimeModelCreationContext context) {
        return new LocalTemporaryTableInsertStrategy(entity, context);
    }

    @Override
    public void initializeFunctionRegistry(FunctionContributions contributions) {
        isReactive = ReactiveModeCheck.isReactiveRegistry(contributions.getServiceRegistry());
        super.initializeFunctionRegistry(contributions);
        new CommonFunctionFactory(contributions).listagg_stringAgg("text");
        JsonFunctions.register(contributions);
        if (isReactive) {
            TimeFunctionsOfHql.register(contributions, this);
        }
    }

    // ---- tables

    @Override
    public Exporter<Table> getTableExporter() {
        return new TableExporter(this);
    }

    @Override
    public org.hibernate.tool.schema.spi.TableMigrator getTableMigrator() {
        return new TableMigrator(this);
    }

    @Override
    public UniqueDelegate getUniqueDelegate() {
        return new UniqueIndexes(this);
    }

    @Override
    public boolean supportsCommentOn() {
        return false;
    }

    /** SQLite keeps names as they are written, and finds them in any case. */
    @Override
    public @Nullable IdentifierHelper buildIdentifierHelper(
            IdentifierHelperBuilder builder, @Nullable DatabaseMetaData metadata) throws SQLException {
        builder.setUnquotedCaseStrategy(IdentifierCaseStrategy.MIXED);
        builder.setQuotedCaseStrategy(IdentifierCaseStrategy.MIXED);
        return super.buildIdentifierHelper(builder, metadata);
    }

    /** Integers of every width are one type of SQLite, and an identity column cannot be declared but as INTEGER. */
    @Override
    public boolean equivalentTypes(int type, int other) {
        return super.equivalentTypes(type, other) || (SqlTypes.isIntegral(type) && SqlTypes.isIntegral(other));
    }

    // ---- dates and times

    @Override
    public String extractPattern(TemporalUnit unit) {
        return isReactive ? TimePatterns.extract(unit) : super.extractPattern(unit);
    }

    @Override
    public String castPattern(CastType from, CastType to) {
        String pattern = isReactive ? TimePatterns.cast(to) : null;
        return pattern == null ? super.castPattern(from, to) : pattern;
    }

    @Override
    public String timestampaddPattern(TemporalUnit unit, TemporalType type, @Nullable IntervalType interval) {
        return isReactive ? TimePatterns.add(unit, type) : super.timestampaddPattern(unit, type, interval);
    }

    @Override
    public String timestampdiffPattern(TemporalUnit unit, TemporalType from, TemporalType to) {
        return isReactive ? TimePatterns.difference(unit) : super.timestampdiffPattern(unit, from, to);
    }

    @Override
    public void appendDatetimeFormat(SqlAppender sql, String format) {
        if (isReactive) {
            sql.appendSql(TimePatterns.format(format));
        } else {
            super.appendDatetimeFormat(sql, format);
        }
    }

    @Override
    public String currentLocalTime() {
        return "time('now','localtime')";
    }

    @Override
    public String currentLocalTimestamp() {
        return "datetime('now','localtime')";
    }

    @Override
    public void appendDateTimeLiteral(
            SqlAppender sql, TemporalAccessor value, TemporalType precision, @Nullable TimeZone zone) {
        sql.appendSql('\'');
        sql.appendSql(
                switch (precision) {
                    case DATE -> BoundValues.text(LocalDate.from(value));
                    case TIME -> BoundValues.text(LocalTime.from(value));
                    case TIMESTAMP -> BoundValues.text(dateTime(value));
                });
        sql.appendSql('\'');
    }

    private static LocalDateTime dateTime(TemporalAccessor value) {
        return value.isSupported(ChronoField.INSTANT_SECONDS)
                ? Moments.inUtc(Instant.from(value))
                : LocalDateTime.from(value);
    }

    /** A moment in UTC, as it is stored; a day or a time of day as the JVM's zone has it. */
    private static LocalDateTime dateTime(long millis, TemporalType precision) {
        return precision == TemporalType.TIMESTAMP
                ? Moments.inUtc(Instant.ofEpochMilli(millis))
                : new Timestamp(millis).toLocalDateTime();
    }

    @Override
    public void appendDateTimeLiteral(SqlAppender sql, Date value, TemporalType precision, @Nullable TimeZone zone) {
        if (value instanceof Timestamp timestamp && precision == TemporalType.TIMESTAMP) {
            appendDateTimeLiteral(sql, timestamp.toInstant(), precision, zone); // with its nanoseconds
        } else {
            appendDateTimeLiteral(sql, dateTime(value.getTime(), precision), precision, zone);
        }
    }

    @Override
    public void appendDateTimeLiteral(
            SqlAppender sql, Calendar value, TemporalType precision, @Nullable TimeZone zone) {
        appendDateTimeLiteral(sql, dateTime(value.getTimeInMillis(), precision), precision, zone);
    }
}
