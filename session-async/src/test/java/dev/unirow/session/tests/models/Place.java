package dev.unirow.session.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.GeneratedColumn;

/** Has LIKE in an index and in a computed column. */
@Entity
@Table(indexes = @Index(name = "ix_place_net", columnList = "net", options = "where addr like 'a%'"))
public class Place {
    @Id
    private Long id;

    private String addr;

    private String net;

    @GeneratedColumn("addr like 'a%'")
    private Boolean first;

    protected Place() {}
}
