package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.net.URL;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/** Identifiers, addresses, bytes and enums. */
@Entity
@Table(name = "typed_others")
public class Others extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public UUID uuid;

    public URL url;

    public URI uri;

    public byte[] bytes;

    @Column(length = 100_000)
    public byte[] long100k;

    public Locale locale;

    public Currency currency;

    public Size ordinal;

    @Enumerated(EnumType.STRING)
    public Size named;
}
