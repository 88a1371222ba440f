package dev.unirow.session.tests.types;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value of several parts. */
public record Price(BigDecimal amount, String currency, LocalDate since) {}
