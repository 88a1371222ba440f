/** Chapter 7: models that store themselves. */
@NullMarked
package dev.unirow.tutorial.ch07_active;

import org.jspecify.annotations.NullMarked;
