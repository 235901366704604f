/** The workspace's own stream of events, to be read by cursor or to be listened to. */
@NullMarked
package dev.rapidcall.calls.webhooks.stream;

import org.jspecify.annotations.NullMarked;
