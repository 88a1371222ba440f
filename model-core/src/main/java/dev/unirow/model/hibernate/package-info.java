/** What Hibernate finds by itself, where it is there. Not public API. */
@NullMarked
package dev.unirow.model.hibernate;

import org.jspecify.annotations.NullMarked;
