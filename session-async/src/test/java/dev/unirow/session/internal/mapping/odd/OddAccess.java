package dev.unirow.session.internal.mapping.odd;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Models of which it takes rules to say whether they are read by fields or by getters. */
public interface OddAccess {
    @Entity
    class KeyOnField {
        @Id
        Long id;

        String stored;

        @Column
        public String getShown() {
            return stored;
        }
    }

    @Entity
    class KeyOnGetter {
        private Long number;

        @Column(name = "never_read")
        private String stored;

        @Id
        public Long getId() {
            return number;
        }

        public void setId(Long id) {
            number = id;
        }

        public String getShown() {
            return stored;
        }

        protected void setShown(String shown) {
            stored = shown;
        }
    }

    @Entity
    class OneByGetter {
        @Id
        Long id;

        String name;

        @Access(AccessType.PROPERTY)
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @Entity
    class OneByField {
        private Long id;

        @Access(AccessType.FIELD)
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
    }

    /** The annotations stand on the field, and the getter is called. */
    @Entity
    class KeyFieldByGetter {
        @Id
        @Access(AccessType.PROPERTY)
        private Long id;

        @Column(nullable = false)
        private String name;

        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }
    }

    /** Nothing says how the rest is read, so that it is by getters. */
    @Entity
    class KeyFieldByGetterAlone {
        @Id
        @Access(AccessType.PROPERTY)
        private Long id;

        private String stored;

        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getShown() {
            return stored;
        }

        public void setShown(String shown) {
            stored = shown;
        }
    }
}
