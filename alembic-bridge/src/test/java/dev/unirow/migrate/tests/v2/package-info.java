/**
 * The models as they have become: a team got a city, and a longer name. A hero is as it was, and stands here again
 * since it refers to the team.
 */
@NullMarked
package dev.unirow.migrate.tests.v2;

import org.jspecify.annotations.NullMarked;
