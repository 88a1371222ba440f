package dev.unirow.session.tests.types;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Two dates and a number. */
@Embeddable
public record Span(LocalDate since, LocalDate until, Integer count) {}
