package dev.unirow.session.internal.mapping;

public record SeatId(Integer row, Integer number) {}
