package dev.unirow.session.internal.mapping.odd;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

/** Models of which it takes rules to say what is an attribute, and what it is called. */
public interface OddNames {
    @Entity
    class NotStored {
        @Id
        Long id;

        String stored;
        transient String keyword;

        @Transient
        String annotated;

        static String shared = "s";

        String hiddenGetter;

        @Transient
        public String getHiddenGetter() {
            return hiddenGetter;
        }
    }

    @Entity
    class NotStoredByGetter {
        @Transient
        private String shown;

        private Long id;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getShown() {
            return shown;
        }

        public void setShown(String shown) {
            this.shown = shown;
        }

        @Transient
        public String getComputed() {
            return "c";
        }

        public static String getShared() {
            return "s";
        }

        public String getWith(int argument) {
            return "w" + argument;
        }

        public void getNothing() {}

        public String shown() {
            return shown;
        }
    }

    @Entity
    class IsAndGet {
        private Long id;
        private boolean on;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public boolean isActive() {
            return on;
        }

        public void setActive(boolean active) {
            on = active;
        }

        public Boolean isReady() {
            return on;
        }

        public void setReady(Boolean ready) {
            on = ready;
        }

        public boolean getOpen() {
            return on;
        }

        public void setOpen(boolean open) {
            on = open;
        }

        /** Of no boolean, this is not a getter. */
        public String isText() {
            return "t";
        }

        public String getURL() {
            return "u";
        }

        public void setURL(String url) {}

        public int getX() {
            return 1;
        }

        public void setX(int x) {}

        public String getÄrger() {
            return "a";
        }

        public void setÄrger(String ärger) {}

        public boolean issue() {
            return on;
        }

        public void setSue(boolean sue) {}
    }

    @Entity
    class KotlinFields {
        @Id
        private final Long id = null;

        private final boolean isAdmin = false;
        private boolean isOpen;

        public Long getId() {
            return id;
        }

        public boolean isAdmin() {
            return isAdmin;
        }

        public boolean isOpen() {
            return isOpen;
        }

        public void setOpen(boolean open) {
            isOpen = open;
        }
    }

    @Entity
    class KotlinGetters {
        private Long id;
        private boolean isOpen;

        @Id
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public boolean isOpen() {
            return isOpen;
        }

        public void setOpen(boolean open) {
            isOpen = open;
        }
    }

    @Entity
    class LombokFluent {
        @Id
        private Long id;

        @Column(nullable = false)
        private String name;

        private boolean active;

        public Long id() {
            return id;
        }

        public LombokFluent name(String name) {
            this.name = name;
            return this;
        }

        public boolean isActive() {
            return active;
        }
    }
}
