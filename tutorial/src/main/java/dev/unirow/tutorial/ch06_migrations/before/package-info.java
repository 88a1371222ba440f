/** The models of chapter 6 as they are at first. */
@NullMarked
package dev.unirow.tutorial.ch06_migrations.before;

import org.jspecify.annotations.NullMarked;
