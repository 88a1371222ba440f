package dev.unirow.session.internal.mapping.odd;

import dev.unirow.model.Model;
import dev.unirow.model.Private;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;

/** Models of which something else is odd: their superclasses, their names, their code. */
public interface OddModels {
    /** Defines classes in this package. */
    static MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }

    class Unmapped {
        String lost;
    }

    @MappedSuperclass
    class Mapped extends Unmapped {
        String kept;
    }

    class UnmappedBetween extends Mapped {
        String lostToo;

        @Column
        public String getLost() {
            return lost;
        }
    }

    @Entity
    class BelowUnmapped extends UnmappedBetween {
        @Id
        Long id;
    }

    @MappedSuperclass
    class NameAbove {
        @Column(name = "above", nullable = false)
        String name;
    }

    @Entity
    class SameNameBelow extends NameAbove {
        @Id
        Long id;

        @Column(name = "below")
        String name;
    }

    @MappedSuperclass
    abstract class GetterAbove {
        @Column(name = "above")
        public abstract String getName();

        public abstract void setName(String name);
    }

    @Entity
    class OverriddenGetter extends GetterAbove {
        private Long id;
        private String name;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void setName(String name) {
            this.name = name;
        }
    }

    @Entity(name = "renamed")
    class NamedOtherwise {
        @Id
        Long id;

        @Version
        int version;

        @CreationTimestamp
        Instant created;
    }

    @Entity
    class OurModel extends Model {
        private Long id;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }
    }

    @Entity
    class SecretField {
        private Long id;

        @Private
        private String secret = "s";

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getSecret() {
            return secret;
        }

        public void setSecret(String secret) {
            this.secret = secret;
        }
    }

    @Embeddable
    class SecretPart {
        private String number = "n";

        @Private
        public String getCode() {
            return number;
        }

        public void setCode(String code) {
            number = code;
        }

        public String getShown() {
            return "s";
        }

        public void setShown(String shown) {}
    }

    @Entity
    class SecretPartByGetter extends Model {
        private Long id;
        private SecretPart part = new SecretPart();

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public SecretPart getPart() {
            return part;
        }

        public void setPart(SecretPart part) {
            this.part = part;
        }
    }

    /** Loaded as Hibernate's build plugin leaves it, so that it must not be named in code. */
    @Entity
    class EnhancedFields {
        @Id
        private Long id;

        private String name;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    /** The same. */
    @Entity
    class EnhancedGetters {
        private Long id;
        private String name;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }
}
