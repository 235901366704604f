/**
 * Requests that are passed on otherwise than they came: with other headers, or with a body that
 * somebody had to read before. Does not limit what is held in memory: the edge did.
 */
@NullMarked
package dev.rapidcall.gateway.requests;

import org.jspecify.annotations.NullMarked;
