package dev.unirow.tutorial.seeds.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;

/** What is to be known of one user, under that user's key. */
@Entity
public class UserAbout extends Model {
    @Id
    private Long userId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY)
    private User user;

    private String nickname;

    protected UserAbout() {}

    public UserAbout(User user, String nickname) {
        this.user = user;
        this.nickname = nickname;
    }

    public Long userId() {
        return userId;
    }

    public User user() {
        return user;
    }

    public String nickname() {
        return nickname;
    }
}
