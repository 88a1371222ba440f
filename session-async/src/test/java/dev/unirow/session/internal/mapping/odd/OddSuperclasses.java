package dev.unirow.session.internal.mapping.odd;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

/** Models with superclasses that are read in another way. */
public interface OddSuperclasses {
    @MappedSuperclass
    class KeyGetterAbove {
        private Long key;

        @Id
        public Long getId() {
            return key;
        }

        public void setId(Long id) {
            key = id;
        }
    }

    @Entity
    class BelowKeyGetter extends KeyGetterAbove {
        private String stored;

        public String getShown() {
            return stored;
        }

        public void setShown(String shown) {
            stored = shown;
        }
    }

    @Entity
    @Access(AccessType.FIELD)
    class FieldsBelowKeyGetter extends KeyGetterAbove {
        String stored;

        public String getShown() {
            return stored;
        }
    }

    @MappedSuperclass
    @Access(AccessType.PROPERTY)
    class GettersAbove {
        private int count;

        @Version
        public int getChanges() {
            return count;
        }

        public void setChanges(int changes) {
            count = changes;
        }
    }

    @Entity
    class FieldsBelowGetters extends GettersAbove {
        @Id
        Long id;

        String stored;
    }

    /** The key decides for the superclass too, whatever is annotated there. */
    @MappedSuperclass
    class AnnotatedGetterAbove {
        String code;

        @Column(nullable = false)
        public String getShown() {
            return code;
        }
    }

    @Entity
    class KeyFieldBelow extends AnnotatedGetterAbove {
        @Id
        Long id;
    }

    @Entity
    class ModelAbove {
        @Id
        Long id;

        String above;
    }

    @Entity
    @Access(AccessType.PROPERTY)
    class GettersBelowModel extends ModelAbove {
        private String stored;

        public String getShown() {
            return stored;
        }

        public void setShown(String shown) {
            stored = shown;
        }

        @Transient
        public String getComputed() {
            return stored;
        }
    }

    @Entity
    class ModelByGetter {
        private Long number;

        @Id
        public Long getId() {
            return number;
        }

        public void setId(Long id) {
            number = id;
        }
    }

    @Entity
    class BelowModelByGetter extends ModelByGetter {
        private String stored;

        public String getShown() {
            return stored;
        }

        public void setShown(String shown) {
            stored = shown;
        }
    }

    @MappedSuperclass
    @Access(AccessType.FIELD)
    class FieldsAbove {
        String above;

        public String getLost() {
            return above;
        }
    }

    @Entity
    class GettersBelowFields extends FieldsAbove {
        private Long number;

        @Id
        public Long getId() {
            return number;
        }

        public void setId(Long id) {
            number = id;
        }
    }

    /** The setter is in the superclass, or takes a wider type, or answers the model. */
    @MappedSuperclass
    abstract class SetterAbove {
        protected String stored;

        public void setShown(String shown) {
            stored = shown;
        }
    }

    @Entity
    class SettersElsewhere extends SetterAbove {
        private Long id;
        private Number size = 1;

        @Id
        public Long getId() {
            return id;
        }

        public SettersElsewhere setId(Long id) {
            this.id = id;
            return this;
        }

        public String getShown() {
            return stored;
        }

        public Integer getSize() {
            return size.intValue();
        }

        public void setSize(Number size) {
            this.size = size;
        }
    }
}
