/** Chapter 3: rows come and go through a session. */
@NullMarked
package dev.unirow.tutorial.ch03_session;

import org.jspecify.annotations.NullMarked;
