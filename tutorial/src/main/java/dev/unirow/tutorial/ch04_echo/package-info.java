/** Chapter 4: see what is sent. */
@NullMarked
package dev.unirow.tutorial.ch04_echo;

import org.jspecify.annotations.NullMarked;
