/**
 * What customers are told about their calls: which event follows from what. The events, their
 * delivery and the stream are below; the calls themselves are not owned here.
 */
@NullMarked
package dev.rapidcall.calls.webhooks;

import org.jspecify.annotations.NullMarked;
