@NullMarked
package dev.rapidcall.gateway.voiceagent;

import org.jspecify.annotations.NullMarked;
