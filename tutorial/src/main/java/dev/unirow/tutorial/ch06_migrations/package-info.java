/** Chapter 6: models change, and the database follows without losing rows. */
@NullMarked
package dev.unirow.tutorial.ch06_migrations;

import org.jspecify.annotations.NullMarked;
