package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "teams")
public class Team extends ActiveRecord {
    public static final QuerySet<Team> objects = QuerySet.of(Team.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.RESTRICT)
    private Organisation org;

    @NotBlank @Size(max = 100) private String name;

    protected Team() {}

    public Team(Organisation org, String name) {
        this.org = org;
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public Organisation org() {
        return org;
    }

    public Team setOrg(Organisation org) {
        this.org = org;
        return this;
    }

    public String name() {
        return name;
    }

    public Team setName(String name) {
        this.name = name;
        return this;
    }
}
