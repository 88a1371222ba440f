/** The models as they have become: a team got a city, and a longer name. */
@NullMarked
package dev.unirow.migrate.tests.v2;

import org.jspecify.annotations.NullMarked;
