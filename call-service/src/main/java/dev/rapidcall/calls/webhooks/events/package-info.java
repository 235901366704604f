/**
 * The events that customers see: made once per call and kind, numbered without gaps per workspace,
 * their bodies fixed when they are made.
 */
@NullMarked
package dev.rapidcall.calls.webhooks.events;

import org.jspecify.annotations.NullMarked;
