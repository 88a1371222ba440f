package dev.unirow.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes select statements as HQL. */
final class SelectHql {
    private static final String ROOT = "e";
    private static final String INNER = "k";
    private static final Predicate NOTHING = new Predicate.Constant(false);

    private final Shape shape;
    private final Selection selection;
    private final HqlNames names;
    private final String alias;
    private final Joins joins;

    private SelectHql(Shape shape, Selection selection, HqlNames names, String alias) {
        this.shape = shape;
        this.selection = selection;
        this.names = names;
        this.alias = alias;
        this.joins = new Joins(alias);
    }

    static <T> HqlQuery<T> models(Select<T> select, Selection selection) {
        HqlNames names = new HqlNames();
        SelectHql writer = new SelectHql(select.shape(), selection, names, ROOT);
        selection.fetches().forEach(writer.joins::fetch);
        if (selection.isPage() && selection.fetchesCollection()) {
            String hql = writer.pageWithCollection();
            return new HqlQuery<>(hql, names.values(), select.model(), null, null);
        }
        return new HqlQuery<>(
                writer.body("select " + ROOT),
                names.values(),
                select.model(),
                selection.offset() == 0 ? null : selection.offset(),
                maxResults(selection));
    }

    static HqlQuery<Long> count(Select<?> select) {
        HqlNames names = new HqlNames();
        Selection selection = select.selection();
        String hql = selection.isPage()
                ? "select count(*) from (" + new SelectHql(select.shape(), selection, names, INNER).page() + ") p"
                : new SelectHql(select.shape(), selection.orderedBy(List.of()), names, ROOT).body("select count(*)");
        return new HqlQuery<>(hql, names.values(), Long.class, null, null);
    }

    static HqlQuery<Integer> exists(Select<?> select) {
        HqlNames names = new HqlNames();
        Selection selection = select.selection().orderedBy(List.of()).limitedFurtherTo(1);
        String hql = new SelectHql(select.shape(), selection, names, ROOT).unorderedBody("select 1");
        return new HqlQuery<>(
                hql,
                names.values(),
                Integer.class,
                selection.offset() == 0 ? null : selection.offset(),
                maxResults(selection));
    }

    /** A limit of 0 is a condition that nothing satisfies, since limits of 0 mean different things to drivers. */
    private static @Nullable Integer maxResults(Selection selection) {
        return selection.limit() == null || selection.limit() == 0 ? null : selection.limit();
    }

    /** The keys of the selection, as a subquery. */
    static String keys(Shape shape, Selection selection, HqlNames names) {
        String id = shape.id().name();
        String alias = names.alias();
        SelectHql writer = new SelectHql(shape, selection, names, alias);
        return selection.isPage()
                ? "select p." + id + " from (" + writer.page() + ") p"
                : writer.unorderedBody("select " + alias + "." + id);
    }

    private String body(String head) {
        String where = where();
        String order = order();
        return head + from() + where + order;
    }

    private String unorderedBody(String head) {
        String where = where();
        return head + from() + where;
    }

    private String from() {
        return " from " + shape.entityName() + " " + alias + joins.hql();
    }

    private String where() {
        boolean none = selection.limit() != null && selection.limit() == 0;
        return new PredicateHql(joins, names).where(none ? NOTHING : selection.where());
    }

    private String order() {
        List<BoundOrdering> order = selection.order();
        if (order.isEmpty() && selection.isPage()) {
            order = BoundOrdering.byKey(shape);
        }
        return order.isEmpty()
                ? ""
                : " order by " + order.stream().map(this::ordering).collect(Collectors.joining(", "));
    }

    private String ordering(BoundOrdering ordering) {
        String column = TextFunctions.sortKey(ordering.path(), ordering.ignoresCase(), joins.column(ordering.path()));
        String nulls = !ordering.path().nullable() ? "" : ordering.nullsFirst() ? " nulls first" : " nulls last";
        return column + (ordering.descending() ? " desc" : "") + nulls;
    }

    /** The keys of one page, with limit and offset in the text, as a subquery needs them. */
    private String page() {
        List<String> keys = new ArrayList<>();
        for (Attribute id : shape.ids()) {
            keys.add(alias + "." + id.name() + " as " + id.name());
        }
        String limit = maxResults(selection) == null ? "" : " limit " + selection.limit();
        String offset = selection.offset() == 0 ? "" : " offset " + selection.offset();
        return body("select " + String.join(", ", keys)) + limit + offset;
    }

    /** A collection multiplies rows, so the page is taken from the keys before it is joined. */
    private String pageWithCollection() {
        String id = shape.id().name();
        String page = new SelectHql(shape, selection, names, INNER).page();
        String where = " where " + alias + "." + id + " in (select p." + id + " from (" + page + ") p)";
        String order = order();
        return "select " + alias + from() + where + order;
    }
}
