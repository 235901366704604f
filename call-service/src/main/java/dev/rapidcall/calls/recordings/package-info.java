/** What a call shows of its recording, from recording-service's events. Owns no media. */
@NullMarked
package dev.rapidcall.calls.recordings;

import org.jspecify.annotations.NullMarked;
