@NullMarked
package dev.rapidcall.local.sandbox.livekit.webhooks;

import org.jspecify.annotations.NullMarked;
