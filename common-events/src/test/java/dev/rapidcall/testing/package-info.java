/**
 * What integration tests of every service stand on: one real Postgres and one real Kafka broker per
 * JVM, a fresh database and a fresh set of topics per Spring context. Knows no service.
 */
@NullMarked
package dev.rapidcall.testing;

import org.jspecify.annotations.NullMarked;
