/**
 * For the tests of applications, with JUnit 5.13 and newer: {@link dev.unirow.junit.UnirowTest} gives each test a
 * database that is as it was before.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.junit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
