/** The models of chapter 6 after they were changed. */
@NullMarked
package dev.unirow.tutorial.ch06_migrations.after;

import org.jspecify.annotations.NullMarked;
