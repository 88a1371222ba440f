package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/** Refers to a player, who refers to it: one of the two may be null. And to another team, which may be itself. */
@Entity
public class Team extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(fetch = FetchType.LAZY)
    private Player captain;

    @ManyToOne(fetch = FetchType.LAZY)
    private Team rival;

    public Long id() {
        return id;
    }

    public Player captain() {
        return captain;
    }

    public Team setCaptain(Player captain) {
        this.captain = captain;
        return this;
    }

    public Team rival() {
        return rival;
    }

    public Team setRival(Team rival) {
        this.rival = rival;
        return this;
    }

    @Entity(name = "Player")
    public static class Player extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(nullable = false)
        private Team team;

        protected Player() {}

        public Player(Team team) {
            this.team = team;
        }

        public Long id() {
            return id;
        }

        public Team team() {
            return team;
        }
    }
}
