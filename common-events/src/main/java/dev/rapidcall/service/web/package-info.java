/** What every HTTP request gets: an id, a log line, the JSON defaults and {@code /health}. */
@NullMarked
package dev.rapidcall.service.web;

import org.jspecify.annotations.NullMarked;
