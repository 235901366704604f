/** What goes wrong on purpose. Owns the settings; whoever suffers them asks. */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.faults;

import org.jspecify.annotations.NullMarked;
