@NullMarked
package dev.rapidcall.local.sandbox.livekit;

import org.jspecify.annotations.NullMarked;
