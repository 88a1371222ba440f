package dev.unirow.sqlite.tests;

/**
 * An expression of HQL over a {@link Moment e}.
 *
 * @param kind what it does, for the counts
 * @param onPostgres the same where Hibernate's own words for PostgreSQL mean something else
 */
record TimeExpression(String kind, String hql, String onPostgres) {
    static TimeExpression of(String kind, String hql) {
        return new TimeExpression(kind, hql, hql);
    }
}
