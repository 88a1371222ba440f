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
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "members")
public class Member extends ActiveRecord {
    public static final QuerySet<Member> objects = QuerySet.of(Member.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private Team team;

    @NotBlank @Size(max = 100) private String email;

    protected Member() {}

    public Member(Team team, String email) {
        this.team = team;
        this.email = email;
    }

    public Long id() {
        return id;
    }

    public Team team() {
        return team;
    }

    public Member setTeam(Team team) {
        this.team = team;
        return this;
    }

    public String email() {
        return email;
    }

    public Member setEmail(String email) {
        this.email = email;
        return this;
    }
}
