/** What the version before this one has stored. */
@NullUnmarked
package dev.unirow.migrate.tests.previous;

import org.jspecify.annotations.NullUnmarked;
