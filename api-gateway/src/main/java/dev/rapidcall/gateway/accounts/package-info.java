/**
 * People, their sessions and API keys, workspaces and who belongs to them. Owns passwords, tokens
 * and keys, all of them only as hashes; does not decide what a route demands.
 */
@NullMarked
package dev.rapidcall.gateway.accounts;

import org.jspecify.annotations.NullMarked;
