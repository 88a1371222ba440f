package dev.unirow.session.internal.mapping;

class ReferenceTest extends ReferenceContract {}
