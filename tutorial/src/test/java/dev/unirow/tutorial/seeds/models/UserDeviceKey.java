package dev.unirow.tutorial.seeds.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A key that a device holds. */
@Entity
public class UserDeviceKey extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private UserDevice device;

    @NotBlank private String key;

    protected UserDeviceKey() {}

    public UserDeviceKey(UserDevice device, String key) {
        this.device = device;
        this.key = key;
    }

    public Long id() {
        return id;
    }

    public UserDevice device() {
        return device;
    }

    public String key() {
        return key;
    }
}
