/**
 * What the voice agent says of a call, and the dashboard's end of one: taken leniently, published,
 * answered with the call as it then is. Owns what is accepted; does not own the call.
 */
@NullMarked
package dev.rapidcall.gateway.voiceagent;

import org.jspecify.annotations.NullMarked;
