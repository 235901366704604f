/**
 * People, their workspaces and sessions. Owns passwords and session tokens, both only as hashes;
 * does not decide what a route demands.
 */
@NullMarked
package dev.rapidcall.gateway.accounts;

import org.jspecify.annotations.NullMarked;
