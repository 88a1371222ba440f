package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * A club and all that belongs to it: a relation of each kind, and each thing a database does with what refers to a
 * deleted row.
 */
@Entity
public class Club extends Model {
    public static final Class<?>[] MODELS = {Club.class, Player.class, Passport.class, Membership.class, Sponsor.class};

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String name;

    @OneToMany(mappedBy = "club", cascade = CascadeType.PERSIST)
    private List<Player> players = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "club_sponsor")
    private Set<Sponsor> sponsors = new LinkedHashSet<>();

    protected Club() {}

    public Club(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public List<Player> players() {
        return players;
    }

    public Set<Sponsor> sponsors() {
        return sponsors;
    }

    /** Its club may go, its captain may not. */
    @Entity(name = "Player")
    public static class Player extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @NotBlank private String name;

        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.SET_NULL)
        private Club club;

        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.RESTRICT)
        private Player captain;

        @OneToMany(mappedBy = "player")
        private List<Membership> memberships = new ArrayList<>();

        protected Player() {}

        public Player(String name, Club club) {
            this.name = name;
            this.club = club;
        }

        public Long id() {
            return id;
        }

        public String name() {
            return name;
        }

        public Club club() {
            return club;
        }

        public Player captain() {
            return captain;
        }

        public Player setCaptain(Player captain) {
            this.captain = captain;
            return this;
        }

        public List<Membership> memberships() {
            return memberships;
        }
    }

    /** One for each player, and gone with it. */
    @Entity(name = "Passport")
    public static class Passport extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String number;

        @NotNull @OneToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(unique = true)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private Player holder;

        protected Passport() {}

        public Passport(String number, Player holder) {
            this.number = number;
            this.holder = holder;
        }

        public Long id() {
            return id;
        }

        public String number() {
            return number;
        }

        public Player holder() {
            return holder;
        }
    }

    /** The link between players and clubs, with something of its own to say. */
    @Entity(name = "Membership")
    @IdClass(Membership.Key.class)
    public static class Membership extends Model {
        public record Key(Long player, Long club) {}

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private Player player;

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        private Club club;

        private LocalDate since;

        protected Membership() {}

        public Membership(Player player, Club club, LocalDate since) {
            this.player = player;
            this.club = club;
            this.since = since;
        }

        public Player player() {
            return player;
        }

        public Club club() {
            return club;
        }

        public LocalDate since() {
            return since;
        }
    }

    @Entity(name = "Sponsor")
    public static class Sponsor extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name;

        @ManyToMany(mappedBy = "sponsors")
        private Set<Club> clubs = new LinkedHashSet<>();

        protected Sponsor() {}

        public Sponsor(String name) {
            this.name = name;
        }

        public Long id() {
            return id;
        }

        public String name() {
            return name;
        }

        public Set<Club> clubs() {
            return clubs;
        }
    }
}
