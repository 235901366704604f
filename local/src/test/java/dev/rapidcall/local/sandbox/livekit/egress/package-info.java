@NullMarked
package dev.rapidcall.local.sandbox.livekit.egress;

import org.jspecify.annotations.NullMarked;
