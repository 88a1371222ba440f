/** Owners, their pets, and a service that keeps them: how an application puts Unirow to work. */
@NullMarked
package dev.unirow.tutorial.service;

import org.jspecify.annotations.NullMarked;
