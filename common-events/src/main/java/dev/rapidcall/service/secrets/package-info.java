/**
 * Secrets of which several values are live, so that they can be changed without an outage: the
 * newest signs, each is accepted, and what an older one is still used for is counted and logged.
 */
@NullMarked
package dev.rapidcall.service.secrets;

import org.jspecify.annotations.NullMarked;
