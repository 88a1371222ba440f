package dev.unirow.tutorial.recipes;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.UpdateTimestamp;

/** A row that knows when it was made and changed. */
@Entity
public class Article extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String title;

    // region java
    @CreationTimestamp
    private Instant createdAt;

    @UpdateTimestamp
    private Instant updatedAt;
    // endregion

    // region database
    @ColumnDefault("current_timestamp")
    @Generated
    private Instant storedAt;
    // endregion

    // region callback
    private String slug;

    @PrePersist
    @PreUpdate
    void nameSlug() {
        slug = title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
    // endregion

    protected Article() {}

    Article(String title) {
        this.title = title;
    }

    Long id() {
        return id;
    }

    void setTitle(String title) {
        this.title = title;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Instant storedAt() {
        return storedAt;
    }

    String slug() {
        return slug;
    }
}
