/** How a run of revisions gets on, for who watches it. */
@NullMarked
package dev.unirow.migrate.event;

import org.jspecify.annotations.NullMarked;
