@NullMarked
package dev.rapidcall.gateway.webhooks.livekit;

import org.jspecify.annotations.NullMarked;
