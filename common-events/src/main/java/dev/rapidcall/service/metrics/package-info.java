/**
 * {@code GET /metrics} of every service, for whoever has the token. What is measured belongs to
 * those who do the work.
 */
@NullMarked
package dev.rapidcall.service.metrics;

import org.jspecify.annotations.NullMarked;
