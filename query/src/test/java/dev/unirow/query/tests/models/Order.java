package dev.unirow.query.tests.models;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A name that is a word of HQL, with attributes that all are. */
@Entity
public class Order {
    @Id
    private Long key;

    private String all;
    private String and;
    private String any;
    private String as;
    private String asc;
    private String between;
    private String by;
    private String count;
    private String cross;
    private String current_date;
    private String date;
    private String day;
    private String delete;
    private String desc;
    private String distinct;
    private String e;
    private String element;
    private String elements;
    private String empty;
    private String end;
    private String entry;
    private String escape;
    private String exists;
    private String extract;
    private String fetch;
    private String first;
    private String from;
    private String full;
    private String function;
    private String group;
    private String having;
    private String hour;
    private String in;
    private String index;
    private String inner;
    private String insert;
    private String into;
    private String is;
    private String join;
    private String last;
    private String left;
    private String like;
    private String limit;
    private String local;
    private String member;
    private String natural;
    private String not;
    private String nulls;
    private String object;
    private String of;
    private String offset;
    private String on;
    private String or;
    private String order;
    private String outer;
    private String replace;
    private String right;
    private String select;
    private String set;
    private String size;
    private String some;
    private String sql;
    private String then;
    private String time;
    private String type;
    private String union;
    private String update;
    private String value;
    private String values;
    private String version;
    private String when;
    private String where;
    private String with;
    private String year;

    @Embedded
    private Member.Address local_time;

    protected Order() {}

    public Order(Long key) {
        this.key = key;
    }
}
