/** The pet app: two models, and a walk through one session, step by step. */
@NullMarked
package dev.unirow.tutorial.pets;

import org.jspecify.annotations.NullMarked;
