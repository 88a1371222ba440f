package dev.unirow.query.tests;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.query.tests.models.Album;
import dev.unirow.query.tests.models.Track;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.Test;

class MetamodelTest {
    @Test
    void columnsAreNamedByMetamodelAttributes() {
        var registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect")
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting("jakarta.persistence.validation.mode", "none")
                .build();
        try (SessionFactory factory = new MetadataSources(registry)
                .addAnnotatedClasses(Album.class, Track.class)
                .buildMetadata()
                .buildSessionFactory()) {
            EntityType<Track> track = factory.getMetamodel().entity(Track.class);
            SingularAttribute<? super Track, Album> album = track.getSingularAttribute("album", Album.class);
            SingularAttribute<? super Album, String> name =
                    factory.getMetamodel().entity(Album.class).getSingularAttribute("name", String.class);
            assertThat(select(Track.class)
                            .where(ref(album).text(name).iexact("A"))
                            .orderBy(asc(album))
                            .toString())
                    .isEqualTo("select e from Track e left join e.album e1 where unirow_fold(e1.name) = :p1"
                            + " order by e.album.id nulls first");
        }
    }
}
