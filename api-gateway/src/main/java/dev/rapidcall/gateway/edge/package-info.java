/**
 * What every request meets first: CORS, the Origin rule, size limits and authentication. Decides
 * which credentials a path demands; does not serve any path itself.
 */
@NullMarked
package dev.rapidcall.gateway.edge;

import org.jspecify.annotations.NullMarked;
