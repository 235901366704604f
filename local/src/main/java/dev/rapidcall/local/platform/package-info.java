/**
 * The whole platform in one process: embedded Postgres, Kafka and S3, the provider sandbox and the
 * five services. Owns their order of start and stop, their ports, data and configuration; knows no
 * business rule and is no part of production.
 */
@NullMarked
package dev.rapidcall.local.platform;

import org.jspecify.annotations.NullMarked;
