@NullMarked
package dev.rapidcall.local.sandbox.livekit.faults;

import org.jspecify.annotations.NullMarked;
